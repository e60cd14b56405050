import { Fragment } from 'react';

/** Words too common to say anything by standing in both. */
const COMMON = new Set(
  'and are but for from had has have her his its not one our said she that the their them then there they this was were which who will with would'.split(
    ' ',
  ),
);
const WORDS = /[\p{L}\p{N}]+(?:[.,:’'-][\p{L}\p{N}]+)*/gu;

/** An excerpt, with the words and figures of the claim that stand in it underlined. */
export function FoundWords({ excerpt, claim }: { excerpt: string; claim: string }) {
  const wanted = new Set(tellingWords(claim));
  const parts: { at: number; text: string; isFound: boolean }[] = [];
  let at = 0;
  for (const match of excerpt.matchAll(WORDS)) {
    if (!wanted.has(match[0].toLowerCase())) continue;
    if (match.index > at) parts.push({ at, text: excerpt.slice(at, match.index), isFound: false });
    parts.push({ at: match.index, text: match[0], isFound: true });
    at = match.index + match[0].length;
  }
  if (at < excerpt.length) parts.push({ at, text: excerpt.slice(at), isFound: false });
  return parts.map(({ at: key, text, isFound }) =>
    isFound ? (
      <span key={key} className="found-word">
        {text}
      </span>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    ),
  );
}

const tellingWords = (words: string): string[] =>
  [...words.matchAll(WORDS)]
    .map(([word]) => word.toLowerCase())
    .filter((word) => /\p{N}/u.test(word) || (word.length > 2 && !COMMON.has(word)));
