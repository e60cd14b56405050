import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLSerializer } from '@xmldom/xmldom';
import { openWordPackage } from '@/lib/docx/word-package';
import { wordChild } from '@/lib/docx/word-xml';
import type { Annotation, Proposal } from '@/lib/domain/intake-proposal';
import { readText } from '@/lib/intake/docx';
import type { DraftComment, DraftSuggestion } from '@/lib/outlet/docx';

/** For tests: the drafts of this folder, and what is suggested and asked of them. */

const FOLDER = join(import.meta.dirname);

export const DRAFTS = readdirSync(FOLDER).filter((name) => name.endsWith('.docx'));

export const draftBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(FOLDER, name)));

export const ofKind = <Kind extends Annotation['kind']>(
  { annotations }: Pick<Proposal, 'annotations'>,
  kind: Kind,
): (Annotation & { kind: Kind })[] =>
  annotations.filter(
    (annotation): annotation is Annotation & { kind: Kind } => annotation.kind === kind,
  );

export const AUTHOR = 'Cleo Marsh (desk)';
export const AT = '2026-04-01T12:00:00.000Z';

/** Suggestions and comments on words all over a draft, the same each time. */
export function plan(proposal: Proposal): {
  suggestions: DraftSuggestion[];
  comments: DraftComment[];
} {
  let seed = [...proposal.copy].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed >>> 8) % below;
  };
  const changes = ofKind(proposal, 'CHANGE');
  const suggestions: DraftSuggestion[] = [];
  const comments: DraftComment[] = [];
  for (const block of proposal.blocks) {
    const words = [...proposal.copy.slice(block.start, block.end).matchAll(/[^\s|]+/g)].map(
      ({ index, 0: word }) => ({
        start: block.start + index,
        end: block.start + index + word.length,
      }),
    );
    for (let at = random(3); at < words.length; at += 3 + random(6)) {
      const first = words[at];
      const last = words[Math.min(at + random(3), words.length - 1)];
      if (!first || !last) continue;
      const start = first.start;
      const end = last.end;
      const before = proposal.copy.slice(start, end);
      if (before.includes('\n') || /\s\|/.test(before)) continue;
      const isTouched = changes.some((change) => change.start <= end && start <= change.end);
      if (random(2) === 0 && !isTouched) {
        const after = ['', 'zwölf von 16', `${before} – так`, '🙂 other words'][random(4)] ?? '';
        suggestions.push({ start, end, before, after, reason: null, author: AUTHOR, at: AT });
        at += 4;
      } else {
        const replies = random(3) === 0 ? [{ author: 'Ada Reply', at: AT, text: 'Yes.' }] : [];
        comments.push({
          start,
          end,
          author: AUTHOR,
          at: AT,
          text: `Why “${before}”?\nאיפה?`,
          replies,
        });
      }
    }
  }
  return { suggestions, comments };
}

const AFTERS = [
  '',
  'other words',
  '* and more',
  'Before that. *',
  'One.\n\nTwo.',
  '*\n\nNew.',
  'New.\n\n*',
];

/**
 * A suggestion and a comment on the words at these places, however they fall: inside words, over blocks and cells,
 * over one another. A place is an offset, a length and which of the new wordings.
 */
export function wildPlan(
  copy: string,
  places: readonly (readonly [at: number, length: number, which: number])[],
): { suggestions: DraftSuggestion[]; comments: DraftComment[] } {
  const suggestions = places.map(([at, length, which]) => {
    const start = (at % copy.length) - (isLow(copy, at % copy.length) ? 1 : 0);
    const reach = Math.min(copy.length, start + 1 + length);
    const end = reach + (isLow(copy, reach) ? 1 : 0);
    const before = copy.slice(start, end);
    const after = (AFTERS[which % AFTERS.length] ?? '').replace('*', before);
    return { start, end, before, after, reason: null, author: AUTHOR, at: AT };
  });
  const comments = suggestions.map(({ start, end }) => ({
    start,
    end,
    author: AUTHOR,
    at: AT,
    text: 'Sure?',
  }));
  return { suggestions, comments };
}

/** Whether an offset would cut a surrogate pair. */
const isLow = (copy: string, at: number): boolean => /[\udc00-\udfff]/.test(copy[at] ?? '');

/** The properties of the run that each character of the copy stands in, as XML. */
export async function formatting(bytes: Uint8Array): Promise<string[]> {
  const { body } = readText(await openWordPackage(bytes));
  const formats = new Array<string>(body.copy.length).fill('');
  for (const { start, end, run } of body.pieces) {
    const properties = wordChild(run, 'rPr');
    const xml = properties ? new XMLSerializer().serializeToString(properties) : '';
    formats.fill(xml, start, end);
  }
  return formats;
}
