import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  CLAIM_STATUSES,
  CLAIM_TYPES,
  type ClaimStatus,
  type ClaimType,
} from '@/lib/domain/vocabulary';

export type StatusCount = { status: ClaimStatus; claims: number };
export type TypeOutcome = { type: ClaimType; claims: number; statuses: StatusCount[] };

export type StoryLoad = {
  id: string;
  headline: string;
  dueAt: Date | null;
  /** All claims but the dropped ones. */
  claims: number;
  signedOff: number;
  /** Neither signed off nor dropped. */
  open: number;
  /** Open, and the claim's own due time has passed. */
  overdue: number;
};

/** Why a claim came back: from a sign-off, or from its second reader. */
export type ComeBack = {
  /** Of the event itself: one claim may come back more than once. */
  id: string;
  claimId: string;
  claimNumber: number;
  exact: string;
  storyHeadline: string;
  at: Date;
  /** Who did it; "Stet" when a change of what it rests on did. */
  byName: string;
  /** Null: no reason was written down. */
  why: string | null;
};

export type Insights = {
  /** Every claim of the desk, by badge and by type; words with no claims count 0 and are listed all the same. */
  claims: number;
  byStatus: StatusCount[];
  /** Types that have claims, the most frequent first. */
  byType: TypeOutcome[];
  /** Stories with open claims, the most overdue first. `storiesLeft`: how many more there are than are listed. */
  stories: StoryLoad[];
  storiesLeft: number;
  open: number;
  overdue: number;
  /** From marking to a claim's first sign-off, in milliseconds; null while nothing was signed off. */
  timeToSignOff: { claims: number; medianMs: number; slowestTenthMs: number } | null;
  /** Claims that are reopened now, with the last reason; the latest first. */
  reopened: ComeBack[];
  /** Returns by second readers in the last 30 days, the latest first; `returnsCounted` counts them all. */
  returned: ComeBack[];
  returnsCounted: number;
};

const LISTED = 20;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** The state of the desk now. Every number is counted from the rows the queue would show (I20), none is kept aside. */
export async function getInsights(ctx: Context): Promise<Insights> {
  const [outcomes, stories, [load], [pace], reopened, returned, [returns]] = await Promise.all([
    countOutcomes(),
    listStoryLoads(ctx),
    sumLoads(ctx),
    measurePace(),
    listReopened(),
    listReturned(ctx),
    countReturns(ctx),
  ]);
  return {
    claims: sum(outcomes),
    byStatus: CLAIM_STATUSES.map((status) => ({
      status,
      claims: sum(outcomes.filter((outcome) => outcome.status === status)),
    })),
    byType: CLAIM_TYPES.map((type) => {
      const statuses = outcomes.filter((outcome) => outcome.type === type);
      return {
        type,
        claims: sum(statuses),
        statuses: statuses.map(({ status, claims }) => ({ status, claims })),
      };
    })
      .filter(({ claims }) => claims > 0)
      .sort((one, other) => other.claims - one.claims),
    stories,
    storiesLeft: Math.max(0, (load?.stories ?? 0) - stories.length),
    open: load?.open ?? 0,
    overdue: load?.overdue ?? 0,
    timeToSignOff:
      pace === undefined || pace.medianMs === null || pace.slowestTenthMs === null
        ? null
        : { claims: pace.claims, medianMs: pace.medianMs, slowestTenthMs: pace.slowestTenthMs },
    reopened,
    returned,
    returnsCounted: returns?.n ?? 0,
  };
}

const sum = (counts: readonly { claims: number }[]): number =>
  counts.reduce((total, { claims }) => total + claims, 0);

const countOutcomes = () =>
  database().$queryRaw<{ type: ClaimType; status: ClaimStatus; claims: number }[]>`
    SELECT type::text, status::text, count(*)::int AS claims FROM claim GROUP BY type, status
    ORDER BY count(*) DESC, status`;

const listStoryLoads = ({ now }: Context) =>
  database().$queryRaw<StoryLoad[]>`
    SELECT s.id, s.headline, s.due_at AS "dueAt", load.*
    FROM story s JOIN (
      SELECT story_id,
        count(*) FILTER (WHERE state <> 'DROPPED')::int AS claims,
        count(*) FILTER (WHERE state = 'SIGNED_OFF')::int AS "signedOff",
        count(*) FILTER (WHERE state NOT IN ('SIGNED_OFF', 'DROPPED'))::int AS open,
        count(*) FILTER (WHERE state NOT IN ('SIGNED_OFF', 'DROPPED') AND due_at < ${now})::int AS overdue
      FROM claim GROUP BY story_id
    ) load ON load.story_id = s.id
    WHERE load.open > 0
    ORDER BY load.overdue DESC, s.due_at NULLS LAST, load.open DESC, s.id
    LIMIT ${LISTED}`;

const sumLoads = ({ now }: Context) =>
  database().$queryRaw<{ stories: number; open: number; overdue: number }[]>`
    SELECT count(DISTINCT story_id)::int AS stories, count(*)::int AS open,
      count(*) FILTER (WHERE due_at < ${now})::int AS overdue
    FROM claim WHERE state NOT IN ('SIGNED_OFF', 'DROPPED')`;

const measurePace = () =>
  database().$queryRaw<
    { claims: number; medianMs: number | null; slowestTenthMs: number | null }[]
  >`
    SELECT count(*)::int AS claims,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS "medianMs",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY took) AS "slowestTenthMs"
    FROM (
      SELECT (extract(epoch FROM min(r.at) - min(c.created_at)) * 1000)::float8 AS took
      FROM review r JOIN claim c ON c.id = r.claim_id
      WHERE r.decision = 'APPROVE' GROUP BY r.claim_id
    ) first_sign_off`;

const listReopened = () =>
  database().$queryRaw<ComeBack[]>`
    SELECT last.id, c.id AS "claimId", c.number AS "claimNumber", c.exact, s.headline AS "storyHeadline",
      coalesce(last.at, c.updated_at) AS at, coalesce(last.actor_name, 'Stet') AS "byName",
      last.after ->> 'reason' AS why
    FROM claim c JOIN story s ON s.id = c.story_id
    JOIN LATERAL (
      SELECT e.id, e.at, e.actor_name, e.after FROM audit_event e
      WHERE e.claim_id = c.id AND e.verb = 'claim.reopened' ORDER BY e.seq DESC LIMIT 1
    ) last ON true
    WHERE c.status = 'REOPENED'
    ORDER BY last.at DESC, c.id LIMIT ${LISTED}`;

const listReturned = ({ now }: Context) =>
  database().$queryRaw<ComeBack[]>`
    SELECT r.id, c.id AS "claimId", c.number AS "claimNumber", r.exact, s.headline AS "storyHeadline", r.at,
      u.name AS "byName", r.comment AS why
    FROM review r JOIN claim c ON c.id = r.claim_id JOIN story s ON s.id = c.story_id
    JOIN "user" u ON u.id = r.reviewer_id
    WHERE r.decision = 'RETURN' AND r.at >= ${monthBefore(now)}
    ORDER BY r.at DESC, r.id LIMIT ${LISTED}`;

const countReturns = ({ now }: Context) =>
  database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM review WHERE decision = 'RETURN' AND at >= ${monthBefore(now)}`;

const monthBefore = (now: Date): Date => new Date(now.getTime() - MONTH_MS);
