import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignClaims, dropClaims, setDue } from '@/lib/claims/bulk-commands';
import { database } from '@/lib/db/client';
import {
  claimIn,
  claimRow,
  newStory,
  openStaffedDesk,
  type People,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { CLAIM_STATES, type ClaimState } from '@/lib/domain/vocabulary';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter);
});
afterAll(() => desk.close());

/** One claim in each state, as somebody selected them. */
async function oneOfEach() {
  const claims: { claimId: string; version: number; state: ClaimState }[] = [];
  for (const state of CLAIM_STATES) {
    const claimId = await claimIn(state, story, people);
    claims.push({ claimId, version: (await claimRow(claimId)).version, state });
  }
  return claims;
}

const statesOf = (claims: Awaited<ReturnType<typeof oneOfEach>>, ids: readonly string[]) =>
  claims.filter(({ claimId }) => ids.includes(claimId)).map(({ state }) => state);

describe('several claims at once', () => {
  it('are given to one person where that can be done; each of the others says why not', async () => {
    const claims = await oneOfEach();
    const { done, refused } = await assignClaims(people.editor, {
      claims,
      assigneeId: people.second.actor.id,
    });
    expect(statesOf(claims, done)).toEqual(['MARKED', 'IN_CHECK', 'WAITING', 'REOPENED']);
    for (const { because } of refused)
      expect(because).toMatch(/^A claim that is .* cannot be assigned\.$/);
    const given = await database().claim.findMany({ where: { id: { in: done } } });
    expect(given.every((claim) => claim.assigneeId === people.second.actor.id)).toBe(true);
  });

  it('are given by an editor only', async () => {
    const claims = await oneOfEach();
    const { done, refused } = await assignClaims(people.checker, {
      claims,
      assigneeId: people.second.actor.id,
    });
    expect(done).toEqual([]);
    expect(refused).toHaveLength(claims.length);
  });

  it('get one due time, whatever their state', async () => {
    const claims = await oneOfEach();
    const dueAt = new Date('2026-05-04T16:00:00Z');
    expect((await setDue(people.editor, { claims, dueAt })).done).toHaveLength(claims.length);
    expect((await setDue(people.editor, { claims, dueAt: null })).done).toEqual([]);
  });

  it('are dropped with one reason; one that changed meanwhile is left alone', async () => {
    const claims = await oneOfEach();
    const [first] = claims;
    if (first === undefined) throw new Error('There is no claim.');
    first.version += 1;
    const { done, refused } = await dropClaims(people.editor, { claims, reason: 'Cut.' });
    expect(statesOf(claims, done)).toEqual(
      CLAIM_STATES.filter((state) => state !== 'MARKED' && state !== 'DROPPED'),
    );
    expect(refused.map(({ claimId }) => claimId)).toContain(first.claimId);
    expect((await claimRow(first.claimId)).state).toBe('MARKED');
  });
});
