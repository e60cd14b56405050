import { asJson } from '@/lib/audit/as-json';
import type { AuditEntry } from '@/lib/audit/event';
import { recordAll } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';
import type { ImportedChange, ImportedMark, ImportedSource } from '@/lib/domain/annotation-marks';
import { firstGuessAtType } from '@/lib/domain/claim-type';
import { describeRange } from '@/lib/domain/text-anchor';
import type { ClaimType, Flag } from '@/lib/domain/vocabulary';

/** A mark, with what a list of claims may say of it beside. */
export type MarkToWrite = ImportedMark & {
  restatement?: string | null;
  type?: ClaimType | null;
  claimant?: string | null;
  flags?: Flag[];
};

export type WrittenMarks = { claims: number; notes: number; sources: number; changes: number };

/**
 * Write marks as claims of a version, with their notes, their sources and the evidence that ties them, and changes as
 * suggestions, each with its audit row; a few statements however many they are. Evidence waits for a checker (I2),
 * whoever brings it in, and takes no side: that a source is named says nothing about what it says.
 */
export async function writeMarks(
  tx: Transaction,
  ctx: Context,
  at: {
    storyId: string;
    version: { id: string; sha256: string };
    copy: string;
    marks: readonly MarkToWrite[];
    changes: readonly ImportedChange[];
  },
): Promise<WrittenMarks> {
  const { storyId, version, copy, marks, changes } = at;
  const entry = (rest: Omit<AuditEntry, 'chain' | 'versionSha'>): AuditEntry => ({
    chain: storyId,
    versionSha: version.sha256,
    ...rest,
  });
  const story = await tx.story.update({
    where: { id: storyId },
    data: { nextClaimNumber: { increment: marks.length }, updatedAt: ctx.now },
    select: { nextClaimNumber: true, dueAt: true, language: true },
  });
  const first = story.nextClaimNumber - marks.length;
  const sources = await findSources(tx, marks);
  const entries: AuditEntry[] = [];

  const claims = marks.map((mark, place) => {
    const anchor = describeRange(copy, mark);
    const attributed = mark.claimant != null;
    const facts = {
      exact: anchor.exact,
      restatement: mark.restatement ?? null,
      type: mark.type ?? firstGuessAtType(anchor.exact),
      voice: attributed ? ('ATTRIBUTED' as const) : ('OWN' as const),
      flags: mark.flags ?? [],
    };
    const claim = { id: newId(), number: first + place, mark, anchor, facts };
    entries.push(
      entry({
        verb: 'claim.marked',
        subject: { type: 'claim', id: claim.id },
        claimId: claim.id,
        before: null,
        after: asJson({
          ...facts,
          number: claim.number,
          start: anchor.start,
          end: anchor.end,
          claimant: mark.claimant ?? null,
          imported: true,
        }),
      }),
    );
    return claim;
  });
  await tx.claim.createMany({
    data: claims.map(({ id, number, facts, mark }) => ({
      id,
      storyId,
      number,
      ...facts,
      dueAt: story.dueAt,
      markedById: ctx.actor.id,
      sourceCount: new Set(mark.sources.map(sourceKey)).size,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })),
  });
  await tx.anchor.createMany({
    data: claims.map(({ id, anchor }) => ({
      id: newId(),
      claimId: id,
      versionId: version.id,
      ...anchor,
      state: 'ATTACHED' as const,
      createdAt: ctx.now,
    })),
  });
  await tx.attribution.createMany({
    data: claims.flatMap(({ id, mark: { claimant } }) =>
      claimant == null
        ? []
        : [{ id: newId(), claimId: id, position: 0, party: claimant, role: 'SPEAKER' as const }],
    ),
  });

  const notes = claims.flatMap(({ id: claimId, mark }) =>
    mark.notes.flatMap(({ body, replies }) => {
      const opener = { id: newId(), claimId, threadId: null, kind: 'CHECK_NOTE' as const, body };
      return [
        opener,
        ...replies.map((reply) => ({
          id: newId(),
          claimId,
          threadId: opener.id,
          kind: 'REPLY' as const,
          body: reply,
        })),
      ];
    }),
  );
  // Those that open a thread first: a reply points at one.
  for (const opens of [true, false])
    await tx.note.createMany({
      data: notes
        .filter(({ threadId }) => (threadId === null) === opens)
        .map((note) => ({ ...note, authorId: ctx.actor.id, createdAt: ctx.now })),
    });
  for (const { id, claimId, kind, threadId, body } of notes)
    entries.push(
      entry({
        verb: 'note.written',
        subject: { type: 'note', id },
        claimId,
        before: null,
        after: { kind, visibility: 'TEAM', threadId, body },
      }),
    );

  const added = await writeSources(tx, ctx, marks, sources, story.language);
  for (const { id, ...source } of added)
    entries.push(
      entry({
        verb: 'source.added',
        subject: { type: 'source', id },
        before: null,
        after: asJson(source),
      }),
    );
  const evidence = claims.flatMap(({ id: claimId, mark }) =>
    mark.sources.map((source) => ({
      id: newId(),
      claimId,
      sourceId: sources.get(sourceKey(source)) ?? '',
      stance: 'CONTEXT' as const,
      excerpt: source.excerpt,
      locator: source.locator,
    })),
  );
  await tx.evidence.createMany({
    data: evidence.map((each) => ({
      ...each,
      retrievedAt: ctx.now,
      addedById: ctx.actor.id,
      createdAt: ctx.now,
    })),
  });
  for (const { id, claimId, ...rest } of evidence)
    entries.push(
      entry({
        verb: 'evidence.attached',
        subject: { type: 'evidence', id },
        claimId,
        before: null,
        after: { ...rest, accepted: false },
      }),
    );

  const suggestions = changes.map((change) => ({
    id: newId(),
    ...change,
    // The shortest claim that covers the place is what the change is about.
    claimId:
      claims
        .filter(({ anchor }) => anchor.start <= change.start && change.end <= anchor.end)
        .toSorted((a, b) => a.anchor.exact.length - b.anchor.exact.length)[0]?.id ?? null,
  }));
  await tx.suggestedChange.createMany({
    data: suggestions.map((suggestion) => ({
      ...suggestion,
      storyId,
      versionId: version.id,
      proposedById: ctx.actor.id,
      createdAt: ctx.now,
    })),
  });
  for (const { id, claimId, ...rest } of suggestions)
    entries.push(
      entry({
        verb: 'suggestion.made',
        subject: { type: 'suggestion', id },
        ...(claimId !== null && { claimId }),
        before: null,
        after: asJson(rest),
      }),
    );
  await recordAll(tx, ctx, entries);
  return {
    claims: claims.length,
    notes: notes.length,
    sources: evidence.length,
    changes: suggestions.length,
  };
}

const sourceKey = ({ url, title }: ImportedSource): string => url ?? `title ${title}`;

/** Ids of sources of the library that have these links already, by `sourceKey`; a protected one is never given away. */
async function findSources(
  tx: Transaction,
  marks: readonly MarkToWrite[],
): Promise<Map<string, string>> {
  const urls = [...new Set(marks.flatMap(({ sources }) => sources.map(({ url }) => url)))].filter(
    (url) => url !== null,
  );
  if (urls.length === 0) return new Map();
  const known = await tx.source.findMany({
    where: { url: { in: urls }, confidentiality: 'OPEN' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, url: true },
  });
  const ids = new Map<string, string>();
  for (const { id, url } of known) if (url !== null && !ids.has(url)) ids.set(url, id);
  return ids;
}

/** Writes the sources that are not in the library yet, and adds them to `ids`. */
async function writeSources(
  tx: Transaction,
  ctx: Context,
  marks: readonly MarkToWrite[],
  ids: Map<string, string>,
  language: string,
): Promise<{ id: string; title: string; kind: 'OTHER'; url: string | null }[]> {
  const added: { id: string; title: string; kind: 'OTHER'; url: string | null }[] = [];
  for (const source of marks.flatMap(({ sources }) => sources)) {
    const key = sourceKey(source);
    if (ids.has(key)) continue;
    const row = { id: newId(), title: source.title, kind: 'OTHER' as const, url: source.url };
    ids.set(key, row.id);
    added.push(row);
  }
  await tx.source.createMany({
    data: added.map((row) => ({
      ...row,
      language,
      retrievedAt: ctx.now,
      addedById: ctx.actor.id,
      createdAt: ctx.now,
    })),
  });
  return added;
}
