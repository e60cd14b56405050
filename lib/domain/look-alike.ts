import { loosen, loosePlaces } from './loose-text';

/** How much of a quote's words a stretch of the copy must hold to be worth naming. */
const ENOUGH = 0.6;

const TOKEN = /[\p{L}\p{N}]+(?:['’.,:\u2010\u2011-][\p{L}\p{N}]+)*/gu;

/**
 * The words of the copy most like these, for telling a person what they may have meant; never for placing a claim.
 * The same words in other capitals come first; else the stretch of as many words that shares most words and pairs of
 * neighbouring words with the quote. Null when nothing is near. One pass over the copy.
 */
export function nearestWords(copy: string, quote: string): { start: number; end: number } | null {
  const loose = loosen(quote, { ignoreCase: true }).text.trim();
  const [same] = loosePlaces(loosen(copy, { ignoreCase: true }), loose, 1);
  if (same !== undefined) return same;
  const wanted = tokens(quote);
  if (wanted.length < 3) return null;
  return bestWindow(tokens(copy), wanted);
}

type Token = { word: string; start: number; end: number };

function bestWindow(
  found: readonly Token[],
  wanted: readonly Token[],
): { start: number; end: number } | null {
  const needed = counted(wanted.map(({ word }) => word));
  const pairs = new Set(wanted.map(({ word }, at) => pair(wanted[at - 1]?.word, word)));
  const inWindow = new Map<string, number>();
  let shared = 0;
  let neighbours = 0;
  let best = { score: 0, shared: 0, last: -1 };
  for (const [at, { word }] of found.entries()) {
    const held = (inWindow.get(word) ?? 0) + 1;
    inWindow.set(word, held);
    if (held <= (needed.get(word) ?? 0)) shared++;
    if (pairs.has(pair(found[at - 1]?.word, word))) neighbours++;
    const leaving = found[at - wanted.length];
    if (leaving !== undefined) {
      const left = (inWindow.get(leaving.word) ?? 0) - 1;
      inWindow.set(leaving.word, left);
      if (left < (needed.get(leaving.word) ?? 0)) shared--;
      if (pairs.has(pair(found[at - wanted.length - 1]?.word, leaving.word))) neighbours--;
    }
    if (shared + neighbours > best.score) best = { score: shared + neighbours, shared, last: at };
  }
  if (best.shared < Math.max(2, wanted.length * ENOUGH)) return null;
  const window = found
    .slice(Math.max(0, best.last - wanted.length + 1), best.last + 1)
    .filter(({ word }) => needed.has(word));
  return { start: window.at(0)?.start ?? 0, end: window.at(-1)?.end ?? 0 };
}

function tokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    word: word.toLowerCase().replace(/’/g, "'"),
    start: index,
    end: index + word.length,
  }));
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const pair = (first: string | undefined, second: string): string => `${first ?? ''} ${second}`;
