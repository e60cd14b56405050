import { copyBlocks } from '@/lib/docx/copy-blocks';
import { widen } from '@/lib/docx/draft-changes';
import { readComments } from '@/lib/docx/draft-comments';
import { hasRunningHeads, readLinks, readNotes } from '@/lib/docx/draft-notes';
import { unreadable } from '@/lib/docx/file-kind';
import { type FileProperties, readProperties } from '@/lib/docx/file-properties';
import type { Body } from '@/lib/docx/read-body';
import { readBody } from '@/lib/docx/read-body';
import { openWordPackage, type WordPackage } from '@/lib/docx/word-package';
import { knownLanguage, readStyles, type WordStyles } from '@/lib/docx/word-styles';
import type {
  Annotation,
  Proposal,
  ProposedBlock,
  ProposedFact,
} from '@/lib/domain/intake-proposal';

/**
 * A Word document as copy with its blocks, and what was written beside and into it. The copy has the words before any
 * tracked change: what was inserted is left out, what was deleted stays, and both are annotations.
 * @param bytes of the file
 * @param name as the browser named it; null: it has none
 * @throws Refusal `invalid` with a sentence, for whatever is no readable Word document
 */
export async function readDocx(bytes: Uint8Array, name: string | null): Promise<Proposal> {
  const file = await openWordPackage(bytes);
  const { body, styles } = readText(file);
  if (body.copy === '')
    throw unreadable(
      body.pictures > 0
        ? 'This document holds pictures and no words. Copy the words out of it by hand.'
        : 'This document has no words in it. Choose another.',
    );
  const blocks = copyBlocks(body.copy, body.lines);
  const { annotations, unplaced } = annotate(file, body);
  return {
    kind: 'DOCX',
    name,
    url: null,
    copy: body.copy,
    blocks,
    ...facts(body, blocks, readProperties(file), styles),
    publisher: null,
    publishedAt: null,
    updatedAt: null,
    annotations,
    notices: notices(file, body, unplaced),
  };
}

/** The text of an opened document and its styles. */
export function readText(file: WordPackage): { body: Body; styles: WordStyles } {
  const main = file.part(file.mainName);
  if (main === null) throw unreadable('This Word file is damaged: its text is missing.');
  const named = file.related('styles');
  const styles = readStyles(named === null ? null : file.part(named));
  return { body: readBody(main, styles), styles };
}

type Comment = Extract<Annotation, { kind: 'COMMENT' }>;

/** All annotations in the order of the copy, each thread in one piece; and how many comments have no place in it. */
function annotate(file: WordPackage, body: Body) {
  const { copy } = body;
  const notes = { FOOTNOTE: readNotes(file, 'footnote'), ENDNOTE: readNotes(file, 'endnote') };
  const others: Annotation[] = [
    ...readLinks(file, body.links).map((link) => ({ kind: 'LINK' as const, ...link })),
    ...body.notes.flatMap(({ kind, id, start, end }) => {
      const note = notes[kind].get(id);
      return note === undefined ? [] : [{ kind, ...widen(copy, start, end), ...note }];
    }),
    ...body.changes,
  ];
  const all = readComments(file);
  const placed = all.flatMap(({ id, parent, ...comment }) => {
    const stretch = body.comments.get(id) ?? (parent && body.comments.get(parent));
    if (!stretch) return [];
    const place = widen(copy, ...trimmed(copy, stretch));
    return [{ id, parent, comment: { kind: 'COMMENT' as const, ...place, ...comment } }];
  });
  const ids = new Set(placed.map(({ id }) => id));
  const roots = placed.filter(({ parent }) => parent === null || !ids.has(parent));
  const groups = [
    ...others.map((annotation) => ({ at: annotation.start, annotation, id: null })),
    ...roots.map(({ id, comment }) => ({ at: comment.start, annotation: comment, id })),
  ].sort((a, b) => a.at - b.at);

  const annotations: Annotation[] = [];
  const add = (id: string, comment: Omit<Comment, 'answers'>, answers: number | null): void => {
    const at = annotations.push({ ...comment, answers }) - 1;
    for (const reply of placed) {
      if (reply.parent === id && !roots.includes(reply)) add(reply.id, reply.comment, at);
    }
  };
  for (const { annotation, id } of groups) {
    if (id === null) annotations.push(annotation as Annotation);
    else add(id, annotation as Omit<Comment, 'answers'>, null);
  }
  return { annotations, unplaced: all.length - placed.length };
}

/** The stretch without the white space at its ends. */
function trimmed(
  copy: string,
  { start, end }: { start: number; end: number },
): [start: number, end: number] {
  const words = copy.slice(start, end);
  if (words.trim() === '') return [start, start];
  return [start + words.length - words.trimStart().length, start + words.trimEnd().length];
}

const BYLINE = /^by\s+(\p{Lu}[\p{L}.’'-]*(?:\s+(?:and\s+|&\s+)?\p{Lu}[\p{L}.’'-]*){1,6})$/iu;

function facts(
  { copy, languages }: Body,
  blocks: readonly ProposedBlock[],
  properties: FileProperties,
  styles: WordStyles,
): Pick<Proposal, 'headline' | 'byline' | 'language'> {
  const most = [...languages].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const set = knownLanguage(most) ?? styles.language(isRightToLeft(copy));
  const headline = blocks.find(({ kind }) => kind === 'HEADLINE');
  const byline = blocks
    .slice(0, 5)
    .map(({ start, end }) => BYLINE.exec(copy.slice(start, end))?.[1])
    .find((name) => name !== undefined);
  return {
    headline: headline
      ? fact(copy.slice(headline.start, headline.end).replace(/\s+/g, ' '), 'the headline')
      : fact(properties.title, 'the file’s own title'),
    byline: byline
      ? fact(byline, 'the line that names the writer')
      : fact(properties.author, 'the file’s own author, who may only have made the file'),
    language:
      set === null
        ? fact(properties.language, 'the file’s own language')
        : fact(set, 'the language the words are set in'),
  };
}

/** Whether most letters are of a script that runs from right to left. */
function isRightToLeft(copy: string): boolean {
  const letters = copy.match(/\p{L}/gu)?.length ?? 0;
  const rtl = copy.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  return rtl * 2 > letters;
}

const fact = (value: string | null, from: string): ProposedFact | null =>
  value === null ? null : { value, from };

function notices(file: WordPackage, body: Body, unplaced: number): string[] {
  const hasMacros = file.members.some(({ name }) => /vbaProject\.bin$/i.test(name));
  return [
    body.changes.length > 0 &&
      'The draft has tracked changes. The copy shows the words before them; each change is a suggestion.',
    body.pictures > 0 &&
      `The file holds ${count(body.pictures, 'picture')}; ${body.pictures === 1 ? 'it was' : 'they were'} left out.`,
    hasRunningHeads(file) && 'The headers and footers of its pages were left out.',
    body.hidden > 0 && 'Some words are hidden in the file; they were left out.',
    unplaced > 0 &&
      `${count(unplaced, 'comment')} ${unplaced === 1 ? 'stands' : 'stand'} on words that are not part of the copy, and ${unplaced === 1 ? 'was' : 'were'} left out.`,
    body.foreign > 0 &&
      'A part of the file is in another format that only Word shows; it was left out.',
    hasMacros && 'The file carries macros; nothing of them was run.',
  ].filter((sentence) => sentence !== false);
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
