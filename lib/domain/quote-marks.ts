import { type ReadText, type TokenSpan, tokenText } from './compared-texts';

const DOUBLE_QUOTE = /^["“”„‟«»]$/u;
const SINGLE_QUOTE = /^['‘’‚‛‹›`]$/u;

/**
 * Behind which words the quotation marks stand, of any style; a single one counts only where it cannot be the apostrophe
 * of "the crews’ boats". `placeOf` names a word that stands in both texts alike for both, and gives -1 for others.
 */
export function quoteMarks(
  text: ReadText,
  { first, last }: TokenSpan,
  crossed: TokenSpan,
  placeOf: (at: number) => number,
): string {
  const places: number[] = [];
  let behind = -1;
  let open = 0;
  for (let at = first; at < last; at++) {
    const raw = tokenText(text, at);
    if (WORD.test(raw)) {
      const place = placeOf(at);
      if (place >= 0) behind = place;
      continue;
    }
    if (at >= crossed.first && at < crossed.last) continue;
    if (DOUBLE_QUOTE.test(raw)) places.push(behind);
    if (!SINGLE_QUOTE.test(raw)) continue;
    const start = text.tokens.starts[at] ?? 0;
    const isOpening =
      !WORD.test(text.copy.slice(Math.max(0, start - 1), start)) &&
      /\S/.test(text.copy.slice(start + 1, start + 2));
    if (isOpening) {
      places.push(behind);
      open++;
    } else if (open > 0) {
      places.push(behind);
      open--;
    }
  }
  return places.join(' ');
}

const WORD = /[\p{L}\p{N}]/u;
