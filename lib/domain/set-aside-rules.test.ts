import { describe, expect, it } from 'vitest';
import {
  SET_ASIDE_LABELS,
  SET_ASIDE_MEANINGS,
  setAsideReasonsFor,
  whyNotSetAside,
  whyNotUndo,
} from './set-aside-rules';
import { ROLES, type Role, SET_ASIDE_REASONS } from './vocabulary';

const one = (role: Role) => ({ id: 'one', role });

describe('who sets words aside', () => {
  it.each<[role: Role, ofOthers: number, ofOwn: number]>([
    ['VIEWER', 0, 0],
    ['REPORTER', 0, 1],
    ['CHECKER', 4, 1],
    ['EDITOR', 4, 1],
    ['LAWYER', 0, 0],
    ['ADMIN', 0, 0],
  ])('a %s: %i reasons in others’ stories, %i in their own', (role, ofOthers, ofOwn) => {
    expect(setAsideReasonsFor(one(role), 'other')).toHaveLength(ofOthers);
    expect(setAsideReasonsFor(one(role), null)).toHaveLength(ofOthers);
    expect(setAsideReasonsFor(one(role), 'one')).toHaveLength(ofOwn);
  });

  it('whoever may not is told why', () => {
    for (const role of ROLES)
      for (const authorId of ['one', 'other', null])
        for (const reason of SET_ASIDE_REASONS) {
          const may = setAsideReasonsFor(one(role), authorId).includes(reason);
          const problem = whyNotSetAside(one(role), authorId, reason);
          expect(problem === null).toBe(may);
          if (problem !== null) expect(problem).toMatch(/^[A-Z].*\.$/);
        }
  });

  it('everyone takes back their own; checkers and editors others’, in stories they did not write', () => {
    for (const role of ROLES) {
      expect(whyNotUndo(one(role), 'other', 'one')).toBeNull();
      const mayOthers = role === 'CHECKER' || role === 'EDITOR';
      expect(whyNotUndo(one(role), 'other', 'third') === null).toBe(mayOthers);
      expect(whyNotUndo(one(role), 'one', 'third')).toContain('Somebody else set these words');
    }
  });

  it('every reason has words of its own', () => {
    expect(new Set(Object.values(SET_ASIDE_LABELS)).size).toBe(SET_ASIDE_REASONS.length);
    for (const meaning of Object.values(SET_ASIDE_MEANINGS)) expect(meaning).toMatch(/\.$/);
  });
});
