import type { Block } from './blocks';
import { isCharacterEdge } from './character-edges';
import { isSpace } from './copy-lines';
import type { Annotation } from './intake-proposal';
import { findSentences, type Sentence } from './sentences';
import { QUOTE_LIMIT, rangeProblem, type TextRange } from './text-anchor';

/** A claim that what was written beside the copy asks for. */
export type ImportedMark = TextRange & {
  notes: ImportedNote[];
  sources: ImportedSource[];
};
export type ImportedNote = { body: string; replies: string[] };
export type ImportedSource = {
  title: string;
  url: string | null;
  excerpt: string | null;
  locator: string | null;
};
export type ImportedChange = TextRange & {
  before: string;
  after: string;
  draftAuthor: string | null;
};

export type ImportedMarks = {
  /** In the order of the copy; no two have the same words at the same place. */
  marks: ImportedMark[];
  changes: ImportedChange[];
  /** How many annotations have no words of the copy to hang on. */
  unplaced: number;
};

const LONGEST_TITLE = 500;
const LONGEST_BODY = 10_000;

/**
 * What comments, notes, links and tracked changes become: a comment marks its own words and its thread becomes notes; a
 * footnote, an endnote or a link marks its sentence and names a source; a change suggests other words.
 */
export function marksOf(
  copy: string,
  blocks: readonly Block[],
  annotations: readonly Annotation[],
  language = 'en',
): ImportedMarks {
  const sentences = annotations.length === 0 ? [] : findSentences(copy, blocks, language);
  const byPlace = new Map<string, ImportedMark>();
  const changes: ImportedChange[] = [];
  const threads = new Map<number, ImportedNote>();
  let unplaced = 0;

  function markAt(range: TextRange | null): ImportedMark | null {
    if (range === null) {
      unplaced++;
      return null;
    }
    const key = `${range.start}:${range.end}`;
    const mark = byPlace.get(key) ?? { ...range, notes: [], sources: [] };
    byPlace.set(key, mark);
    return mark;
  }

  for (const [at, annotation] of annotations.entries()) {
    switch (annotation.kind) {
      case 'COMMENT': {
        const body = commentBody(annotation);
        const root = annotation.answers === null ? null : rootOf(annotations, annotation.answers);
        const thread = root === null ? undefined : threads.get(root);
        if (thread !== undefined) {
          thread.replies.push(body);
          break;
        }
        const note = { body, replies: [] };
        const mark = markAt(wordsAt(copy, sentences, annotation));
        if (mark === null) break;
        mark.notes.push(note);
        threads.set(at, note);
        break;
      }
      case 'FOOTNOTE':
      case 'ENDNOTE': {
        const mark = markAt(sentenceAt(copy, sentences, annotation));
        if (mark === null) break;
        const sources = noteSources(annotation);
        mark.sources.push(...sources);
        // What a title cannot hold is kept as a note.
        if (annotation.text.length > LONGEST_TITLE || sources.length === 0)
          mark.notes.push({ body: noteBody(annotation), replies: [] });
        break;
      }
      case 'LINK':
        markAt(sentenceAt(copy, sentences, annotation))?.sources.push({
          title: linkTitle(copy.slice(annotation.start, annotation.end), annotation.url),
          url: annotation.url,
          excerpt: null,
          locator: null,
        });
        break;
      case 'CHANGE':
        if (
          copy.slice(annotation.start, annotation.end) === annotation.before &&
          annotation.before !== '' &&
          annotation.before !== annotation.after &&
          isCharacterEdge(copy, annotation.start) &&
          isCharacterEdge(copy, annotation.end)
        )
          changes.push({
            start: annotation.start,
            end: annotation.end,
            before: annotation.before,
            after: annotation.after,
            draftAuthor: annotation.author,
          });
        else unplaced++;
        break;
    }
  }
  const marks = [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mark of marks) mark.sources = uniqueSources(mark.sources);
  return { marks, changes, unplaced };
}

/** The comment that a thread begins with; a ring of answers ends where it began. */
function rootOf(annotations: readonly Annotation[], from: number): number {
  const seen = new Set<number>();
  let at = from;
  for (;;) {
    const annotation = annotations[at];
    if (annotation?.kind !== 'COMMENT' || annotation.answers === null || seen.has(at)) return at;
    seen.add(at);
    at = annotation.answers;
  }
}

/** The words themselves, without white space around; of a stretch too long for a claim its first sentence. */
function wordsAt(copy: string, sentences: readonly Sentence[], range: TextRange): TextRange | null {
  const words = trimmed(copy, range);
  if (words === null) return null;
  if (words.end - words.start > QUOTE_LIMIT) return sentenceAt(copy, sentences, words);
  return rangeProblem(copy, words) === null ? words : null;
}

/** The sentence that the end of this range stands in: a note's mark stands behind what it is about. */
function sentenceAt(
  copy: string,
  sentences: readonly Sentence[],
  range: TextRange,
): TextRange | null {
  const words = trimmed(copy, range);
  if (words === null) return null;
  const isLong = words.end - words.start > QUOTE_LIMIT;
  const at = isLong ? words.start : words.end - 1;
  const sentence = sentences.find(({ start, end }) => start <= at && at < end);
  const found =
    sentence === undefined || sentence.end - sentence.start > QUOTE_LIMIT
      ? words
      : { start: sentence.start, end: sentence.end };
  return rangeProblem(copy, found) === null ? found : null;
}

function trimmed(copy: string, { start, end }: TextRange): TextRange | null {
  let from = Math.max(0, start);
  let to = Math.min(copy.length, end);
  while (from < to && isSpace(copy.charCodeAt(from))) from++;
  while (to > from && isSpace(copy.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

const day = (at: string | null): string => /^\d{4}-\d{2}-\d{2}/.exec(at ?? '')?.[0] ?? '';

function commentBody({ author, at, text, isResolved }: Extract<Annotation, { kind: 'COMMENT' }>) {
  const who = author?.trim() ?? '';
  const when = day(at);
  const head = [
    `Comment in the draft${who === '' ? '' : ` by ${who}`}`,
    ...(when === '' ? [] : [when]),
    ...(isResolved ? ['resolved there'] : []),
  ].join(', ');
  return cut(`${head}: ${text.trim() === '' ? '(no words)' : text.trim()}`, LONGEST_BODY);
}

const noteBody = ({ kind, text }: { kind: 'FOOTNOTE' | 'ENDNOTE'; text: string }): string =>
  cut(
    `${kind === 'FOOTNOTE' ? 'Footnote' : 'Endnote'} in the draft: ${text.trim() === '' ? '(no words)' : text.trim()}`,
    LONGEST_BODY,
  );

function noteSources({
  text,
  links,
}: {
  text: string;
  links: readonly string[];
}): ImportedSource[] {
  const title = text.replace(/\s+/gu, ' ').trim();
  const urls = [...new Set(links.filter(isWebAddress))];
  if (urls.length > 1)
    return urls.map((url) => ({ title: hostOf(url), url, excerpt: null, locator: null }));
  const [url] = urls;
  if (title === '' && url === undefined) return [];
  return [
    {
      title: cut(title === '' ? hostOf(url ?? '') : title, LONGEST_TITLE),
      url: url ?? null,
      excerpt: null,
      locator: null,
    },
  ];
}

/** "traffic office (city.example)": the words of the link say what it is about, its host who. */
function linkTitle(words: string, url: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const host = hostOf(url);
  return line === '' || line.toLowerCase().includes(host.toLowerCase())
    ? cut(line === '' ? host : line, LONGEST_TITLE)
    : cut(`${cut(line, 300)} (${host})`, LONGEST_TITLE);
}

const isWebAddress = (url: string): boolean =>
  /^https?:\/\/[^\s/]/i.test(url) && url.length <= 4_000;

const hostOf = (url: string): string =>
  /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url;

function uniqueSources(sources: readonly ImportedSource[]): ImportedSource[] {
  const seen = new Set<string>();
  return sources.filter(({ title, url }) => {
    const key = url ?? `title ${title}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** At most so many UTF-16 units, a whole character at the end. */
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
