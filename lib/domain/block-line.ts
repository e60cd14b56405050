import { endsSentence, type Line } from './copy-lines';
import { isFurnitureLine } from './page-furniture';
import type { BlockKind } from './vocabulary';

/** A line as a block, with how it was marked, for the choices that need the blocks around it. */
export type Draft = {
  kind: BlockKind;
  start: number;
  end: number;
  excluded: boolean;
  marked: 'TITLE' | 'HEADING' | 'BOLD' | 'NUMBER' | 'NONE';
};

export const LONGEST_SUBHEAD = 120;

const HEADING = /^(#{1,6})(?:\s+|$)/u;
const TABLE_ROW = /^\|.*\|$/su;
const QUOTE_MARKER = /^(?:>(?=\s|>|$)\s*)+/u;
const BULLET = /^[-*•‣◦▪●]\s+(?=\S)/u;
export const NUMBER = /^(\d{1,2})[.)]\s+(?=\S)/u;
export const BOLD_LINE = /^(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1$/su;
const CAPTION =
  /^[*_([]*(?:caption|photos?|photographs?|pictures?|pictured|image|graphic|illustration)(?: credit)?\s?:/iu;
const CREDIT = /^[*_([]*(?:Photo|Photograph|Picture|Image|Graphic|PHOTO|PICTURE) (?:by|BY) \p{Lu}/u;

/** The block this line would be by itself; null when it is only a marker. */
export function readLine(
  copy: string,
  line: Line,
  words: string,
  place: { mayStart: boolean; alone: boolean; numberFits: (n: number) => boolean },
): Draft | null {
  const block = (
    kind: BlockKind,
    from: number,
    length: number,
    marked: Draft['marked'] = 'NONE',
  ): Draft | null => {
    const inner = trimmed(copy, line.start + from, line.start + from + length);
    return inner.start === inner.end
      ? null
      : { kind, ...inner, excluded: kind === 'FURNITURE', marked };
  };
  const heading = HEADING.exec(words);
  if (heading) {
    const from = heading[0].length;
    const closing = closingHashes(words, from);
    const level = heading[1]?.length;
    return block('SUBHEAD', from, words.length - from - closing, level === 1 ? 'TITLE' : 'HEADING');
  }
  if (TABLE_ROW.test(words)) {
    return /^[\s|:-]*$/.test(words) ? null : block('TABLE_ROW', 1, words.length - 2);
  }
  const quote = QUOTE_MARKER.exec(words)?.[0].length;
  if (quote !== undefined) return block('QUOTE', quote, words.length - quote);
  if (isFurnitureLine(words)) return block('FURNITURE', 0, words.length);
  if (CAPTION.test(words) || CREDIT.test(words)) return block('CAPTION', 0, words.length);
  if (place.mayStart) {
    const bullet = BULLET.exec(words)?.[0].length;
    if (bullet !== undefined) return block('LIST_ITEM', bullet, words.length - bullet);
    const number = NUMBER.exec(words);
    if (number && place.numberFits(Number(number[1]))) {
      return block('LIST_ITEM', number[0].length, words.length - number[0].length, 'NUMBER');
    }
  }
  const bold = place.alone && words.length <= LONGEST_SUBHEAD ? BOLD_LINE.exec(words)?.[2] : null;
  if (bold && !endsSentence(bold)) return block('SUBHEAD', 2, bold.length, 'BOLD');
  return block('BODY', 0, words.length);
}

/** How many of the heading's last characters are its closing marker: "# Title #". */
function closingHashes(words: string, from: number): number {
  let at = words.length;
  while (at > from && words[at - 1] === '#') at--;
  return at === from || /\s/.test(words[at - 1] ?? '') ? words.length - at : 0;
}

function trimmed(copy: string, from: number, to: number): { start: number; end: number } {
  const words = copy.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { start, end: Math.max(start, from + words.trimEnd().length) };
}
