import { FINDING_LABELS, NOTE_KIND_LABELS, STATUS_LABELS } from './labels';
import type { SheetRow } from './sheet-rows';
import type { NoteKind } from './vocabulary';

/** A remark on words of the draft, for a comment in it. `at` is ISO 8601. */
export type DraftRemark = {
  author: string;
  at: string;
  text: string;
  replies: { author: string; at: string; text: string }[];
};

export type DraftNote = {
  id: string;
  threadId: string | null;
  kind: NoteKind;
  author: string;
  at: string;
  body: string;
};

/**
 * What the author of a draft is told of a claim: what came out and what it rests on, and each open query with what
 * was answered so far. `queries` are the open ones that may leave the desk, `notes` all of the claim that may; `seal`
 * strikes protected names out. A claim nobody has looked at has none.
 */
export function draftRemarks(
  row: SheetRow,
  queries: readonly DraftNote[],
  notes: readonly DraftNote[],
  seal: (text: string) => string,
  exported: { author: string; at: string },
): DraftRemark[] {
  const finding = findingText(row);
  return [
    ...(finding === null
      ? []
      : [
          {
            author: row.checkedBy ?? exported.author,
            at: row.checkedAt?.toISOString() ?? exported.at,
            text: seal(finding),
            replies: [],
          },
        ]),
    ...queries.map((query) => ({
      author: query.author,
      at: query.at,
      text: seal(`${row.ref}, ${NOTE_KIND_LABELS[query.kind].toLowerCase()}: ${query.body}`),
      replies: notes
        .filter(({ threadId, kind }) => threadId === query.id && kind === 'REPLY')
        .map(({ author, at, body }) => ({ author, at, text: seal(body) })),
    })),
  ];
}

/** Null: nothing was found yet. */
function findingText(row: SheetRow): string | null {
  if (row.finding === 'NONE' && row.said === 'NONE') return null;
  const isSigned = row.reviewedBy !== null;
  const outcome = isSigned ? STATUS_LABELS[row.status] : FINDING_LABELS[row.finding];
  const standing = isSigned ? `Signed off by ${row.reviewedBy}.` : 'Not signed off yet.';
  const source = row.sources.find((line) => line.startsWith(`${row.best?.source} `));
  return [
    `${row.ref}: ${outcome}. ${standing}`,
    ...(row.best === null ? [] : [evidenceLine(source ?? row.best.source, row.best)]),
    ...row.against.map((line) => `Against: ${line}`),
  ].join('\n');
}

function evidenceLine(source: string, { excerpt, locator }: NonNullable<SheetRow['best']>): string {
  const words = excerpt === null ? '' : `: “${excerpt}”`;
  return `${source}${words}${locator === null ? '' : ` (${locator})`}`;
}
