import type { Vocabulary } from './vocabulary';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Chance = () => number;

export function seeded(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const oneOf = <Item>(items: readonly Item[], chance: Chance): Item => {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
};

/** One of the items that is not this one. */
export const another = <Item>(items: readonly Item[], than: Item, chance: Chance): Item =>
  oneOf(
    items.filter((item) => item !== than),
    chance,
  );

/** What fills the slots of one sentence; '' leaves one out. */
export type Facts = {
  date: string;
  comma: string;
  subject: string;
  aux: string;
  verb: string;
  qualifier: string;
  n: string;
  unit: string;
  object: string;
  speaker: string;
  says: string;
  group: string;
  adverb: string;
  act: string;
  open: string;
  phrase: string;
  close: string;
  dash: string;
};

/** Of these facts' choices, where a list goes with another: the auxiliary, the speaker and the act. */
export type Made = {
  facts: Facts;
  aux: readonly [string, string];
  speaker: readonly [string, string];
  act: readonly [string, string];
};

export function makeFacts(words: Vocabulary, chance: Chance): Made {
  const aux = oneOf(words.auxiliaries, chance);
  const speaker = oneOf(words.speakers, chance);
  const act = oneOf(words.acts, chance);
  return {
    aux,
    speaker,
    act,
    facts: {
      date: oneOf(words.dates, chance),
      comma: ',',
      subject: oneOf(words.subjects, chance),
      aux: aux[0],
      verb: oneOf(words.verbs, chance),
      qualifier: chance() < 0.5 ? oneOf(words.qualifiers, chance) : '',
      n: figure(chance),
      unit: oneOf(words.units, chance),
      object: oneOf(words.objects, chance),
      speaker: speaker[0],
      says: oneOf(words.says, chance),
      group: oneOf(words.groups, chance),
      adverb: '',
      act: act[0],
      open: '“',
      phrase: oneOf(words.phrases, chance),
      close: '”',
      dash: '–',
    },
  };
}

export function figure(chance: Chance): string {
  const size = chance();
  if (size < 0.5) return String(2 + Math.floor(chance() * 97));
  if (size < 0.8) return `${1 + Math.floor(chance() * 40)},${100 + Math.floor(chance() * 899)}`;
  return `${1 + Math.floor(chance() * 60)}.${1 + Math.floor(chance() * 8)}`;
}

/** Which words of the sentence are the claim; NONE marks nothing. */
export type Mark = 'CLAUSE' | 'FIGURE' | 'NONE';

/** The sentence with its claim between ⟦ and ⟧. */
export function writeSentence(words: Vocabulary, facts: Facts, mark: Mark): string {
  const filled = words.sentence.replace(/ ?\{(\w+)\}/g, (slot, name: string) => {
    const value = Object.entries(facts).find(([key]) => key === name)?.[1];
    if (value === undefined) throw new Error(`No such slot: ${slot}`);
    const space = slot.startsWith(' ') ? ' ' : '';
    return value === '' ? '' : `${space}${value}`;
  });
  const marked = filled.replace(
    /\[clause ([^[\]]*)\[figure ([^[\]]*)\]([^[\]]*)\]/,
    (_, head, claim, tail) =>
      mark === 'CLAUSE'
        ? `⟦${head}${claim}${tail}⟧`
        : mark === 'FIGURE'
          ? `${head}⟦${claim}⟧${tail}`
          : `${head}${claim}${tail}`,
  );
  return marked.charAt(0).toUpperCase() + marked.slice(1);
}
