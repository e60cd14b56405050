import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { mayDecideChange, mayDo } from '@/lib/domain/editorial-permissions';
import type { SuggestionDecision } from '@/lib/domain/vocabulary';

export type SuggestionView = {
  id: string;
  /** Null: it belongs to no claim. */
  claim: { id: string; number: number } | null;
  start: number;
  end: number;
  before: string;
  after: string;
  reason: string | null;
  decision: SuggestionDecision;
  by: string;
  /** Who made it in the draft it came from; null: the proposer. */
  draftAuthor: string | null;
  at: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  /** Number of the version it was written into; null: of none yet. */
  writtenInto: number | null;
  /** Its words stand in the current version, so that it can be accepted. */
  isCurrent: boolean;
};

/** The latest of a story's suggested changes that a page shows. */
const SHOWN = 500;

/** The suggested changes of a story in the order of the text, those still to decide first; and what the reader may do. */
export async function listSuggestions(
  ctx: Context,
  story: { id: string; authorId: string | null; currentVersionId: string },
): Promise<{ suggestions: SuggestionView[]; may: { decide: boolean; apply: boolean } }> {
  const rows = await database().suggestedChange.findMany({
    where: { storyId: story.id },
    orderBy: [{ decision: 'asc' }, { start: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    select: {
      id: true,
      start: true,
      end: true,
      before: true,
      after: true,
      reason: true,
      decision: true,
      draftAuthor: true,
      createdAt: true,
      decidedAt: true,
      decisionNote: true,
      versionId: true,
      claim: { select: { id: true, number: true } },
      proposer: { select: { name: true } },
      decidedBy: { select: { name: true } },
      result: { select: { number: true } },
    },
  });
  return {
    suggestions: rows.map(
      ({ proposer, decidedBy, result, createdAt, versionId, ...suggestion }) => ({
        ...suggestion,
        by: proposer.name,
        at: createdAt,
        decidedBy: decidedBy?.name ?? null,
        writtenInto: result?.number ?? null,
        isCurrent: versionId === story.currentVersionId,
      }),
    ),
    may: {
      decide: mayDecideChange(ctx.actor, story.authorId),
      apply: mayDo(ctx.actor.role, 'add-version'),
    },
  };
}
