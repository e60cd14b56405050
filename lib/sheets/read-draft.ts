import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/db/transaction';
import { openQueries } from '@/lib/domain/claim-moves';
import { type DraftNote, draftRemarks } from '@/lib/domain/draft-remarks';
import { type SheetRow, sealAll } from '@/lib/domain/sheet-rows';
import type { DraftComment, DraftSuggestion } from '@/lib/outlet/docx';
import { readSheet } from '@/lib/sheets/read-sheet';

/** The Word file that a story came as, and what is to be written into it. */
export type DraftReading = {
  slug: string;
  version: { number: number; sha256: string; text: string };
  original: Uint8Array;
  suggestions: DraftSuggestion[];
  comments: DraftComment[];
};

/**
 * The newest version of the story that came as a Word file, with its suggestions that nobody rejected, and findings
 * and open queries on the words they are about. Null: there is no such story, or none of its versions came as one.
 * Nothing that names a protected source is in it, no note for the lawyer or for reviewers alone, whoever asks.
 */
export async function readDraft(
  tx: Transaction,
  ctx: Context,
  storyId: string,
): Promise<DraftReading | null> {
  const file = await tx.versionFile.findFirst({
    where: { kind: 'DOCX', version: { storyId } },
    orderBy: { version: { number: 'desc' } },
    select: {
      bytes: true,
      version: { select: { id: true, number: true, sha256: true, text: true } },
    },
  });
  const reading = file && (await readSheet(tx, ctx, storyId));
  if (!file || !reading) return null;
  const { id: versionId, text } = file.version;
  const seal = sealAll(reading.sources);
  const places = await readPlaces(tx, versionId);
  const notes = await readNotes(tx, storyId);
  const suggestions = await readSuggestions(tx, versionId, seal);
  const exported = { author: ctx.actor.name, at: ctx.now.toISOString() };
  const comments: DraftComment[] = [];
  let elsewhere = 0;
  for await (const rows of reading.rows()) {
    for (const row of rows) {
      if (row.status === 'DROPPED') continue;
      const place = places.get(row.id);
      const own = notes.get(row.id) ?? { open: [], all: [] };
      const remarks = draftRemarks(row, own.open, own.all, seal, exported);
      if (place === undefined) {
        elsewhere += remarks.length > 0 ? 1 : 0;
        continue;
      }
      comments.push(...remarks.map((remark) => ({ ...place, ...remark })));
      const wording = suggestedWording(row, text, place, exported);
      if (wording !== null && !suggestions.some(({ claimId }) => claimId === row.id))
        suggestions.push({ claimId: row.id, ...wording });
    }
  }
  if (elsewhere > 0) comments.unshift(elsewhereComment(text, elsewhere, exported));
  return {
    slug: reading.facts.story.slug,
    version: file.version,
    original: file.bytes,
    suggestions: suggestions.map(({ claimId: _, ...suggestion }) => suggestion),
    comments,
  };
}

type Place = { start: number; end: number };

/** Where claims stand in that version, by claim. */
async function readPlaces(tx: Transaction, versionId: string): Promise<Map<string, Place>> {
  const anchors = await tx.anchor.findMany({
    where: { versionId, state: { in: ['ATTACHED', 'MOVED'] } },
    select: { claimId: true, start: true, end: true },
  });
  return new Map(
    anchors.flatMap(({ claimId, start, end }) =>
      start === null || end === null ? [] : [[claimId, { start, end }] as const],
    ),
  );
}

/** Queries and replies by claim: the open ones, and all that may leave the desk. */
async function readNotes(
  tx: Transaction,
  storyId: string,
): Promise<Map<string, { open: DraftNote[]; all: DraftNote[] }>> {
  const rows = await tx.note.findMany({
    where: { claim: { storyId } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      claimId: true,
      threadId: true,
      kind: true,
      body: true,
      visibility: true,
      authorId: true,
      createdAt: true,
      resolvedAt: true,
      author: { select: { name: true } },
    },
  });
  const byClaim = new Map<string, typeof rows>();
  for (const row of rows) byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), row]);
  return new Map(
    [...byClaim].map(([claimId, notes]) => {
      const open = new Set(
        openQueries({
          notes: notes.map((note) => ({
            ...note,
            isResolved: note.resolvedAt !== null,
            isByChecker: false,
          })),
        }).map(({ id }) => id),
      );
      const all = notes
        .filter(({ visibility, kind }) => visibility === 'TEAM' && kind !== 'LEGAL')
        .map(({ id, threadId, kind, body, createdAt, author }) => ({
          id,
          threadId,
          kind,
          body,
          author: author.name,
          at: createdAt.toISOString(),
        }));
      return [claimId, { open: all.filter(({ id }) => open.has(id)), all }] as const;
    }),
  );
}

type ClaimSuggestion = DraftSuggestion & { claimId: string | null };

async function readSuggestions(
  tx: Transaction,
  versionId: string,
  seal: (text: string) => string,
): Promise<ClaimSuggestion[]> {
  const rows = await tx.suggestedChange.findMany({
    where: { versionId, decision: { not: 'REJECTED' } },
    orderBy: [{ start: 'asc' }, { createdAt: 'asc' }],
    select: {
      claimId: true,
      start: true,
      end: true,
      before: true,
      after: true,
      reason: true,
      draftAuthor: true,
      createdAt: true,
      proposer: { select: { name: true } },
    },
  });
  return rows.map(({ draftAuthor, proposer, createdAt, reason, ...change }) => ({
    ...change,
    reason: reason === null ? null : seal(reason),
    author: draftAuthor ?? proposer.name,
    at: createdAt.toISOString(),
  }));
}

/** The wording that was approved or proposed for the claim; null: its own words may stand. */
function suggestedWording(
  { change, checkedBy, checkedAt }: SheetRow,
  text: string,
  place: Place,
  exported: { author: string; at: string },
): DraftSuggestion | null {
  if (change === null || text.slice(place.start, place.end) !== change.before) return null;
  return {
    ...place,
    ...change,
    reason: null,
    author: checkedBy ?? exported.author,
    at: checkedAt?.toISOString() ?? exported.at,
  };
}

/** What has no place in this draft is told at its first word. */
function elsewhereComment(
  text: string,
  claims: number,
  { author, at }: { author: string; at: string },
): DraftComment {
  const one = claims === 1;
  return {
    start: 0,
    end: /^\S+/.exec(text)?.[0].length ?? 1,
    author,
    at,
    text: `${claims} ${one ? 'claim stands' : 'claims stand'} in words that this draft does not have: look at ${one ? 'it' : 'them'} in Stet.`,
    replies: [],
  };
}
