import { afterAll, beforeAll, expect, it } from 'vitest';
import { markClaim } from '@/lib/claims/commands';
import { countClaims } from '@/lib/claims/list-claims';
import { moveClaim } from '@/lib/claims/move-claim';
import type { MoveClaim } from '@/lib/claims/schemas';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { attachEvidence } from '@/lib/evidence/commands';
import { importStory } from '@/lib/stories/commands';
import { openTestDesk, person } from '@/lib/users/test-people';
import { getInsights } from './queries';

const HOUR = 60 * 60 * 1000;
const MORNING = new Date('2026-05-04T08:00:00Z');

let desk: Awaited<ReturnType<typeof openTestDesk>>;
let checker: Context;
let editor: Context;

const at = (ctx: Context, hours: number): Context => ({
  ...ctx,
  now: new Date(MORNING.getTime() + hours * HOUR),
});

beforeAll(async () => {
  desk = await openTestDesk();
  checker = await person('CHECKER', 'Maren Holt');
  editor = await person('EDITOR', 'Idris Vale');
});
afterAll(() => desk.close());

async function move(ctx: Context, claimId: string, input: Omit<MoveClaim, 'claimId' | 'version'>) {
  const { version } = await database().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { version: true },
  });
  await moveClaim(ctx, { claimId, version, ...input });
}

async function sha256Of(claimId: string): Promise<string> {
  const { story } = await database().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { story: { select: { currentVersion: { select: { sha256: true } } } } },
  });
  return story.currentVersion?.sha256 ?? '';
}

/** Taken, settled by a source and handed to the second reader, an hour after it was marked. */
async function checked(claimId: string, marked: number): Promise<void> {
  await move(at(checker, marked), claimId, { move: 'take' });
  await attachEvidence(at(checker, marked), {
    claimId,
    source: { title: 'Harbour log', kind: 'OFFICIAL_DOCUMENT' },
    stance: 'SUPPORTS',
    proximity: 'PRIMARY',
    authoritative: true,
    authorityReason: 'The harbour office keeps the log.',
    excerpt: 'Eleven berths stood empty.',
    locator: 'page 3',
    origin: 'Harbour office',
  });
  await move(at(checker, marked + 1), claimId, { move: 'find', finding: 'VERIFIED' });
  await move(at(checker, marked + 1), claimId, { move: 'submit' });
}

it('says on an empty desk that there is nothing to count', async () => {
  const insights = await getInsights(at(checker, 0));
  expect(insights).toMatchObject({ claims: 0, open: 0, overdue: 0, timeToSignOff: null });
  expect(insights.byStatus.every(({ claims }) => claims === 0)).toBe(true);
  expect(insights.stories).toEqual([]);
});

it('counts what the queue shows, and says why claims came back', async () => {
  const story = await importStory(at(checker, 0), {
    headline: 'Empty berths',
    copy: 'Eleven berths stood empty on the east quay.\n\nThe ferry left at noon. Nine people were on board.',
    dueAt: new Date(MORNING.getTime() + 6 * HOUR),
  });
  const claims = await Promise.all(
    ['Eleven berths stood empty', 'The ferry left at noon', 'Nine people were on board'].map(
      (quote) => markClaim(at(checker, 0), { storyId: story.id, quote, type: 'NUMERIC' }),
    ),
  );
  const [berths, ferry, people] = claims.map(({ id }) => id);
  if (!berths || !ferry || !people) throw new Error('Three claims were marked.');

  await checked(berths, 0);
  await move(at(editor, 4), berths, { move: 'sign-off', contentSha256: await sha256Of(berths) });
  await checked(ferry, 0);
  await move(at(editor, 2), ferry, { move: 'sign-off', contentSha256: await sha256Of(ferry) });
  await move(at(editor, 5), ferry, { move: 'reopen', reason: 'The harbour corrected its log.' });
  await checked(people, 0);
  await move(at(editor, 3), people, { move: 'return', reason: 'Which page? The log has two.' });

  const ctx = at(editor, 7);
  const insights = await getInsights(ctx);

  expect(insights.claims).toBe(3);
  expect(insights.open).toBe(2);
  for (const { status, claims: n } of insights.byStatus)
    expect(await countClaims(ctx, { statuses: [status] })).toBe(n);
  expect(await countClaims(ctx, { overdueAt: ctx.now })).toBe(insights.overdue);
  expect(insights.byType).toEqual([
    {
      type: 'NUMERIC',
      claims: 3,
      statuses: expect.arrayContaining([{ status: 'VERIFIED', claims: 1 }]),
    },
  ]);
  expect(insights.stories).toMatchObject([
    { id: story.id, headline: 'Empty berths', claims: 3, signedOff: 1, open: 2, overdue: 2 },
  ]);
  expect(insights.timeToSignOff).toMatchObject({ claims: 2, medianMs: 3 * HOUR });
  expect(insights.reopened).toMatchObject([
    { claimId: ferry, why: 'The harbour corrected its log.', byName: 'Idris Vale' },
  ]);
  expect(insights.returned).toMatchObject([
    { claimId: people, why: 'Which page? The log has two.' },
  ]);
  expect(insights.returnsCounted).toBe(1);
});

it('forgets returns that are more than thirty days old, and no reopened claim', async () => {
  const insights = await getInsights(at(editor, 24 * 40));
  expect(insights.returned).toEqual([]);
  expect(insights.returnsCounted).toBe(0);
  expect(insights.reopened).toHaveLength(1);
});
