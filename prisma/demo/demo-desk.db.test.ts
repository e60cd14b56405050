import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { signIn } from '@/lib/auth/commands';
import { findSession } from '@/lib/auth/queries';
import { database } from '@/lib/db/client';
import { CLAIM_STATES, CLAIM_STATUSES, FINDINGS, NOTE_KINDS } from '@/lib/domain/vocabulary';
import { getStoryDesk } from '@/lib/stories/queries';
import { openTestDesk } from '@/lib/users/test-people';
import { ferryContract } from './ferry-contract';
import { kremlinNight } from './kremlin-night';
import { DEMO_PASSWORD, DEMO_PEOPLE, type Who } from './people';
import { makeDemoDesk } from './run';
import { schoolMeals } from './school-meals';

let desk: Awaited<ReturnType<typeof openTestDesk>>;
const made = new Date();

beforeAll(async () => {
  desk = await openTestDesk();
  await makeDemoDesk(made, [kremlinNight, ferryContract, schoolMeals]);
}, 120_000);
afterAll(() => desk.close());

const everyClaim = () => database().claim.findMany({ include: { story: true } });
const kremlinClaims = () =>
  database().claim.findMany({ where: { story: { slug: 'kremlin-drones' } } });

async function asPerson(who: Who) {
  const { id, email, name, role } = await database().user.findUniqueOrThrow({
    where: { email: DEMO_PEOPLE[who].email },
  });
  return { actor: { id, email, name, role }, now: made };
}

describe('the demo desk', () => {
  it('lets each of its people in with the password that is printed', async () => {
    for (const { email, role } of Object.values(DEMO_PEOPLE)) {
      const { reference } = await signIn(
        { email, password: DEMO_PASSWORD, network: null, userAgent: null },
        new Date(),
      );
      expect(await findSession(reference, new Date())).toMatchObject({ actor: { email, role } });
    }
  });

  it('shows the story of the drones with claims in every state and with every finding', async () => {
    const claims = await kremlinClaims();
    expect(claims.length).toBeGreaterThanOrEqual(25);
    expect(new Set(claims.map(({ state }) => state))).toEqual(new Set(CLAIM_STATES));
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(CLAIM_STATUSES));
    expect(new Set(claims.map(({ finding }) => finding))).toEqual(new Set(FINDINGS));
  });

  it('has sources that derive from one another, our own text, a protected one, and fewer origins than sources', async () => {
    expect(await database().source.count()).toBeGreaterThanOrEqual(10);
    expect(
      await database().source.count({ where: { derivedFromId: { not: null } } }),
    ).toBeGreaterThan(2);
    expect(await database().source.count({ where: { ownStoryId: { not: null } } })).toBe(1);
    expect(await database().source.count({ where: { confidentiality: 'PROTECTED' } })).toBe(1);
    const disputed = await database().claim.findFirstOrThrow({
      where: { finding: 'DISPUTED', exact: { startsWith: '18 of the 24' } },
    });
    expect(disputed).toMatchObject({ sourceCount: 4, originCount: 2, status: 'DISPUTED' });
  });

  it('has notes in threads, queries open and answered, a returned claim and evidence that waits', async () => {
    const kinds = await database().note.groupBy({ by: ['kind'] });
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set(NOTE_KINDS.filter((kind) => kind !== 'OVERRIDE')),
    );
    expect(await database().note.count({ where: { threadId: { not: null } } })).toBeGreaterThan(2);
    expect(await database().review.count({ where: { decision: 'RETURN' } })).toBe(1);
    expect(await database().evidence.count({ where: { acceptedAt: null } })).toBeGreaterThan(0);
  });

  it('keeps the two-person rule throughout', async () => {
    for (const { singlePerson, reviewerId, checkerIds, story } of await everyClaim()) {
      expect(singlePerson).toBe(false);
      expect(checkerIds).not.toContain(story.authorId);
      if (reviewerId === null) continue;
      expect(checkerIds).not.toContain(reviewerId);
      expect(reviewerId).not.toBe(story.authorId);
    }
  });

  it('has a record that is whole, in the order of time, and none of it in the future', async () => {
    expect(await verifyAudit(await asPerson('admin'))).toMatchObject({ ok: true, chains: 4 });
    const events = await database().auditEvent.findMany({
      orderBy: [{ chain: 'asc' }, { seq: 'asc' }],
    });
    for (const [i, event] of events.entries()) {
      const before = events[i - 1];
      if (before?.chain === event.chain) expect(event.at >= before.at).toBe(true);
      expect(event.at < made || event.verb === 'session.started').toBe(true);
    }
    expect(JSON.stringify(events)).not.toContain('Two conversations with K.');
  });

  it('looks alive: something is due, something is late, something happened just now', async () => {
    const claims = await kremlinClaims();
    const open = claims.filter(({ state }) => state !== 'SIGNED_OFF' && state !== 'DROPPED');
    expect(open.some(({ dueAt }) => dueAt !== null && dueAt < made)).toBe(true);
    expect(open.some(({ dueAt }) => dueAt !== null && dueAt > made)).toBe(true);
    const last = Math.max(...claims.map(({ updatedAt }) => updatedAt.getTime()));
    expect(made.getTime() - last).toBeLessThan(15 * 60_000);
  });

  it('has a fresh story beside it that nobody has marked yet', async () => {
    const fresh = await database().story.findUniqueOrThrow({ where: { slug: 'school-meals' } });
    const read = await getStoryDesk(await asPerson('viewer'), fresh.id);
    expect(read?.claims).toEqual([]);
    expect(read?.blocks[0]?.kind).toBe('HEADLINE');
  });

  it('is laid out as a story is: headline, standfirst, subheads, a caption, a list, a quote', async () => {
    const story = await database().story.findUniqueOrThrow({ where: { slug: 'kremlin-drones' } });
    const read = await getStoryDesk(await asPerson('viewer'), story.id);
    expect(new Set(read?.blocks.map(({ kind }) => kind))).toEqual(
      new Set(['HEADLINE', 'STANDFIRST', 'SUBHEAD', 'BODY', 'CAPTION', 'LIST_ITEM', 'QUOTE']),
    );
    expect(new Set(read?.claims.map(({ block }) => block))).toContain('Headline');
    expect(new Set(read?.claims.map(({ block }) => block))).toContain('Caption');
  });
});
