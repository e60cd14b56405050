import type { Block } from './blocks';
import type { Sentence } from './sentences';
import type { TextRange } from './text-anchor';
import { findDates } from './thing-dates';
import { findCodes, findNames, knownNames, wordsOf } from './thing-names';
import { findNumbers, findStrayDigits } from './thing-numbers';
import { findQuotes } from './thing-quotes';

export const THING_KINDS = ['NUMBER', 'NAME', 'QUOTE', 'DATE'] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** What a reader could check in a sentence: UTF-16 offsets into the copy, always inside its sentence. */
export type CheckableThing = TextRange & { kind: ThingKind };

export type CheckableSentence = Sentence & { things: readonly CheckableThing[] };

const BLOT = '\ufffc';
const HAS_WORDS = /[\p{L}\p{N}]/u;

/**
 * The sentences that count, those with a letter or a figure outside excluded blocks, each with its checkable things
 * in the order of the text. Numbers, names and dates of a sentence are disjoint, and so are its quotes; a quote may
 * hold numbers, names and dates. Every digit of a counted sentence lies in a number, a name or a date.
 *
 * Rules and word lists alone, made for English prose. Names are runs of capitals: in scripts without capitals (Arabic,
 * Hebrew, Georgian, Chinese) none are found, in languages that write every noun large (German) too many.
 */
export function findCheckable(
  copy: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): CheckableSentence[] {
  const counted = sentences.filter(
    ({ start, end, block }) =>
      blocks[block]?.excluded === false && HAS_WORDS.test(copy.slice(start, end)),
  );
  const texts = counted.map(({ start, end }) => copy.slice(start, end));
  const quotes = findQuotes(copy, blocks, counted);
  const words = texts.map(wordsOf);
  const known = knownNames(texts, words);
  return counted.map((sentence, at) => {
    const text = texts[at] ?? '';
    const taken = new Taken(text.length);
    const things: CheckableThing[] = [];
    const add = (kind: ThingKind, found: readonly TextRange[]) => {
      for (const range of found) {
        if (!taken.take(range)) continue;
        const { start, end } = range;
        things.push({ start: sentence.start + start, end: sentence.start + end, kind });
      }
    };
    add('DATE', findDates(text));
    add('NAME', findCodes(text));
    add('NUMBER', findNumbers(taken.masked(text)));
    add('NAME', findNames(text, words[at] ?? [], known, taken.isTaken));
    add('NUMBER', findStrayDigits(text, taken.isTaken));
    for (const quote of quotes[at] ?? []) things.push({ ...quote, kind: 'QUOTE' });
    things.sort((a, b) => a.start - b.start || b.end - a.end);
    return { ...sentence, things };
  });
}

/** Which units of a sentence already belong to a thing: whoever comes first keeps them. */
class Taken {
  readonly #units: Uint8Array;

  constructor(length: number) {
    this.#units = new Uint8Array(length);
  }

  readonly isTaken = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (this.#units[at] === 1) return true;
    return false;
  };

  take({ start, end }: TextRange): boolean {
    if (start >= end || this.isTaken(start, end)) return false;
    this.#units.fill(1, start, end);
    return true;
  }

  /** The text with what is taken blotted out, so that no figure is read together with it. */
  masked(text: string): string {
    if (!this.#units.includes(1)) return text;
    let masked = '';
    for (let from = 0; from < text.length; ) {
      const isTaken = this.#units[from] === 1;
      let to = this.#units.indexOf(isTaken ? 0 : 1, from);
      if (to < 0) to = text.length;
      masked += isTaken ? BLOT.repeat(to - from) : text.slice(from, to);
      from = to;
    }
    return masked;
  }
}
