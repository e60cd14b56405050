import { describe, expect, it } from 'vitest';
import {
  listed,
  type VersionCounts,
  versionSummary,
  type WordedClaim,
  whyClearancesFall,
  withOtherWords,
} from './other-words';
import { CLAIM_STATES, type ClaimState } from './vocabulary';

const claim = (state: ClaimState, but: Partial<WordedClaim> = {}): WordedClaim => ({
  state,
  droppedFrom: state === 'DROPPED' ? 'MARKED' : null,
  finding: 'VERIFIED',
  said: 'NONE',
  suggestedWording: null,
  ...but,
});

const NEW = '12 out of 16';

describe('a claim whose words are others now', () => {
  it('signed off: is reopened, without its people, and keeps the finding to be read', () => {
    expect(withOtherWords(claim('SIGNED_OFF'), NEW)).toEqual({
      change: {
        state: 'REOPENED',
        assigneeId: null,
        checkerIds: [],
        reviewerId: null,
        singlePerson: false,
      },
      voids: 'sign-off',
    });
  });

  it('waiting for its second reader: goes back to its checker without a finding', () => {
    expect(withOtherWords(claim('READY'), NEW)).toEqual({
      change: {
        state: 'IN_CHECK',
        finding: 'NONE',
        said: 'NONE',
        checkerId: null,
        checkerIds: [],
      },
      voids: 'finding',
    });
  });

  it.each(['IN_CHECK', 'WAITING'] as const)('%s: stays there, its finding void', (state) => {
    const { change, voids } = withOtherWords(claim(state), NEW);
    expect(voids).toBe('finding');
    expect(change).toMatchObject({ finding: 'NONE', checkerIds: [] });
    expect(change).not.toHaveProperty('state');
  });

  it('an answer to “was it said?” alone is a finding too', () => {
    const said = claim('IN_CHECK', { finding: 'NONE', said: 'VERBATIM' });
    expect(withOtherWords(said, NEW).voids).toBe('finding');
  });

  it.each(['IN_CHECK', 'WAITING', 'READY'] as const)(
    '%s and no finding: nothing falls',
    (state) => {
      expect(withOtherWords(claim(state, { finding: 'NONE' }), NEW)).toEqual({
        change: {},
        voids: null,
      });
    },
  );

  it.each(['MARKED', 'REOPENED'] as const)('%s: just gets new words', (state) => {
    expect(withOtherWords(claim(state), NEW)).toEqual({ change: {}, voids: null });
  });

  it('words that are nowhere do as much as other words', () => {
    for (const state of CLAIM_STATES)
      expect(withOtherWords(claim(state), null)).toEqual(withOtherWords(claim(state), 'x'));
  });

  it.each([
    ['READY', 'IN_CHECK'],
    ['SIGNED_OFF', undefined],
    ['MARKED', undefined],
  ] as const)('dropped out of %s: may be restored, and not with that verdict', (from, to) => {
    const { change } = withOtherWords(claim('DROPPED', { droppedFrom: from }), NEW);
    expect(change.droppedFrom).toBe(to);
    expect(change).not.toHaveProperty('state');
  });

  it('“verified after change” stays when the change it was made for is what came', () => {
    const asked = claim('IN_CHECK', {
      finding: 'VERIFIED_AFTER_CHANGE',
      suggestedWording: '12 out of 16',
    });
    expect(withOtherWords(asked, 'shot down 12 out of 16').voids).toBeNull();
    expect(withOtherWords(asked, 'shot down 112 out of 16').voids).toBe('finding');
    expect(withOtherWords(asked, null).voids).toBe('finding');
    expect(withOtherWords({ ...asked, state: 'SIGNED_OFF' }, '12 out of 16').voids).toBe(
      'sign-off',
    );
  });
});

describe('what a new version did, in words', () => {
  const counts = (but: Partial<VersionCounts>): VersionCounts => ({
    changed: 0,
    ambiguous: 0,
    lost: 0,
    moved: 0,
    kept: 0,
    reopened: 0,
    voided: 0,
    ...but,
  });

  it.each<[Partial<VersionCounts>, string]>([
    [{ changed: 1, reopened: 1, moved: 2, kept: 27 }, '1 claim reopened, 2 moved, 27 stand.'],
    [{ changed: 3, reopened: 1, kept: 1 }, '1 claim reopened, 2 more changed, 1 stands.'],
    [{ lost: 1, ambiguous: 1, reopened: 2 }, '2 claims reopened, 2 without a place.'],
    [{ changed: 2, voided: 1 }, '2 claims changed.'],
    [{}, 'The story has no claims yet.'],
  ])('%j', (given, sentence) => {
    expect(versionSummary(counts(given))).toBe(sentence);
  });

  it('clearances fall with the claims named', () => {
    expect(whyClearancesFall(3, ['C-004', 'C-006', 'C-010'])).toBe(
      'Version 3 changed words that were signed off: C-004, C-006 and C-010.',
    );
    expect(whyClearancesFall(2, ['C-001'])).toContain(': C-001.');
    expect(listed(Array.from({ length: 12 }, (_, i) => `C-${i}`))).toMatch(/C-7 and 4 more$/);
  });
});
