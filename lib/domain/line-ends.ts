/**
 * `edited` with the line ends of the text it was edited from. A browser's text field turns every line end into one LF,
 * so that a text with others would come back changed in every line. Where `original` has line ends of several kinds,
 * they are kept when nothing was edited, and else those that it has most.
 */
export function withLineEndsOf(original: string, edited: string): string {
  const counts = { '\r\n': 0, '\n': 0, '\r': 0 };
  for (const [end] of original.matchAll(/\r\n|\r|\n/g)) counts[end as keyof typeof counts] += 1;
  if (counts['\r\n'] === 0 && counts['\r'] === 0) return edited;
  if (original.replace(/\r\n|\r/g, '\n') === edited) return original;
  const [most = '\n'] = (Object.keys(counts) as (keyof typeof counts)[]).toSorted(
    (a, b) => counts[b] - counts[a],
  );
  return most === '\n' ? edited : edited.replace(/\n/g, most);
}
