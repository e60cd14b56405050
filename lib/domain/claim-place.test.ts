import { describe, expect, it } from 'vitest';
import {
  backToChecking,
  chosenPlace,
  mergeProblem,
  parseCandidates,
  respanProblem,
  type StandingAnchor,
  splitProblem,
} from './claim-place';
import { claimStanding } from './test-facts';

const COPY = 'In Odesa 15 drones were counted, and 12 were shot down.';
const at = (words: string) => ({
  start: COPY.indexOf(words),
  end: COPY.indexOf(words) + words.length,
});
const standing = (words: string): StandingAnchor => ({
  state: 'ATTACHED',
  ...at(words),
  candidates: null,
});
const LOST: StandingAnchor = { state: 'LOST', start: null, end: null, candidates: null };

describe('choosing among places', () => {
  const places = [at('15 drones'), at('12 were')];
  const anchor: StandingAnchor = { ...LOST, state: 'AMBIGUOUS', candidates: places };

  it('takes one of those that fit, by where it starts', () => {
    expect(chosenPlace(anchor, at('12 were').start)).toEqual({ range: at('12 were') });
  });

  it.each([
    ['no such place', anchor, 3, /none of the places/],
    ['a claim that stands', standing('15 drones'), at('15 drones').start, /nothing to choose/],
    ['a claim that is lost', LOST, 0, /nothing to choose/],
    ['no anchor', null, 0, /nothing to choose/],
  ])('refuses %s', (_what, given, start, sentence) => {
    expect(chosenPlace(given, start)).toEqual({ problem: expect.stringMatching(sentence) });
  });

  it('reads stored places, and refuses damaged ones', () => {
    expect(parseCandidates([{ start: 1, end: 4 }])).toEqual([{ start: 1, end: 4 }]);
    expect(parseCandidates(null)).toEqual([]);
    for (const damaged of ['x', [1], [null], [{ start: 4, end: 1 }], [{ start: '1', end: 4 }]])
      expect(() => parseCandidates(damaged)).toThrow();
  });
});

describe('marking the new words', () => {
  it('may be anywhere in the copy, but not where it stands, nor nowhere', () => {
    expect(respanProblem(COPY, LOST, at('12 were shot down'))).toBeNull();
    expect(respanProblem(COPY, standing('15 drones'), at('15 drones'))).toMatch(/already/);
    expect(respanProblem(COPY, LOST, { start: 4, end: 4 })).toMatch(/No words/);
    expect(respanProblem(COPY, LOST, { start: 0, end: 9_999 })).toMatch(/does not lie/);
  });
});

describe('splitting', () => {
  const whole = standing('15 drones were counted, and 12 were shot down');
  const parts = [at('15 drones were counted'), at('12 were shot down')];

  it('takes two parts or more within the words of the claim', () => {
    expect(splitProblem(COPY, whole, parts)).toBeNull();
  });

  it.each([
    ['one part', whole, parts.slice(0, 1), /at least two/],
    ['too many', whole, Array.from({ length: 11 }, () => at('15')), /10 parts/],
    ['words outside', whole, [at('In Odesa'), at('12 were')], /within the words/],
    ['the same part twice', whole, [at('15'), at('15')], /same words/],
    ['an empty part', whole, [at('15'), { start: 12, end: 12 }], /No words/],
    ['a claim that is lost', LOST, parts, /no place/],
  ])('refuses %s', (_what, anchor, ranges, sentence) => {
    expect(splitProblem(COPY, anchor, ranges)).toMatch(sentence);
  });
});

describe('merging', () => {
  const one = { id: 'a', storyId: 's', state: 'MARKED' as const };
  it.each([
    ['itself', one, one, /itself/],
    ['one of another story', one, { ...one, id: 'b', storyId: 't' }, /one story/],
    [
      'a dropped one',
      one,
      { ...one, id: 'b', state: 'DROPPED' as const },
      /other claim is dropped/,
    ],
    ['when dropped', { ...one, state: 'DROPPED' as const }, { ...one, id: 'b' }, /is dropped/],
  ])('not into %s', (_what, claim, into, sentence) => {
    expect(mergeProblem(claim, into)).toMatch(sentence);
  });

  it('into another that stands', () => {
    expect(mergeProblem(one, { ...one, id: 'b' })).toBeNull();
  });
});

describe('back to checking', () => {
  const reopened = claimStanding('REOPENED');

  it('a checker takes what they have looked at', () => {
    expect(backToChecking(reopened, { id: 'stranger', role: 'CHECKER' }, 'checker')).toMatchObject({
      state: 'IN_CHECK',
      assigneeId: 'stranger',
    });
  });

  it('an editor gives it to whoever checked it last', () => {
    expect(backToChecking(reopened, { id: 'editor', role: 'EDITOR' }, 'checker')).toMatchObject({
      state: 'IN_CHECK',
      assigneeId: 'checker',
    });
  });

  it('stays reopened when that person is gone, or nobody checked it', () => {
    const editor = { id: 'editor', role: 'EDITOR' as const };
    expect(backToChecking(reopened, editor, 'gone')).toEqual({});
    expect(backToChecking(reopened, editor, null)).toEqual({});
  });

  it('the writer does not take their own', () => {
    expect(backToChecking(reopened, { id: 'author', role: 'CHECKER' }, 'author')).toEqual({});
  });

  it('leaves every other state as it is', () => {
    for (const state of ['MARKED', 'IN_CHECK', 'WAITING', 'READY', 'SIGNED_OFF'] as const)
      expect(backToChecking(claimStanding(state), { id: 'x', role: 'CHECKER' }, 'checker')).toEqual(
        {},
      );
  });
});
