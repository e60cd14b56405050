import { describe, expect, it } from 'vitest';
import { clearanceBlockers, type GateClaim, mayWithdraw, whyNotClear } from './gate';
import { CLEARANCE_KINDS, type ClearanceKind, ROLES } from './vocabulary';

const claim = (n: number, but: Partial<GateClaim> = {}): GateClaim => ({
  ref: `C-00${n}`,
  state: 'SIGNED_OFF',
  finding: 'VERIFIED',
  ...but,
});

/** By hand: C checker, E editor, L lawyer. */
const GIVERS: Record<ClearanceKind, string> = { RESEARCH: 'CE', LEGAL: 'L', EDITOR: 'E' };

describe('who clears', () => {
  it.each(CLEARANCE_KINDS)('%s', (kind) => {
    for (const role of ROLES) {
      const sentence = whyNotClear(kind, { id: 'somebody', role }, 'author');
      expect(`${role}: ${sentence === null}`).toBe(
        `${role}: ${GIVERS[kind].includes(role[0] ?? '')}`,
      );
    }
  });

  it('not who wrote it, whatever their role', () => {
    for (const kind of CLEARANCE_KINDS)
      for (const role of ROLES)
        expect(whyNotClear(kind, { id: 'author', role }, 'author')).not.toBeNull();
  });

  it('whoever gave it takes it back, and editors do', () => {
    expect(mayWithdraw({ id: 'lawyer', role: 'LAWYER' }, 'lawyer')).toBe(true);
    expect(mayWithdraw({ id: 'editor', role: 'EDITOR' }, 'lawyer')).toBe(true);
    expect(mayWithdraw({ id: 'checker', role: 'CHECKER' }, 'lawyer')).toBe(false);
  });
});

describe('what stands in the way', () => {
  it('nothing, when every claim is signed off and none is incorrect', () => {
    expect(clearanceBlockers([claim(1), claim(2, { finding: 'DISPUTED' })])).toEqual([]);
  });

  it.each<[string, GateClaim[], string[]]>([
    ['no claim', [], ['No claim has been marked. Mark what can be checked first.']],
    [
      'only a dropped claim',
      [claim(1, { state: 'DROPPED' })],
      ['No claim has been marked. Mark what can be checked first.'],
    ],
    [
      'claims in work',
      [claim(1), claim(2, { state: 'REOPENED' }), claim(3, { state: 'READY' })],
      ['C-002 and C-003 are not signed off yet.'],
    ],
    [
      'an incorrect one first',
      [claim(1, { state: 'MARKED' }), claim(2, { finding: 'INCORRECT' })],
      [
        'C-002 is incorrect and still in the text. Change the words, or cut them.',
        'C-001 is not signed off yet.',
      ],
    ],
  ])('%s', (_what, claims, reasons) => {
    expect(clearanceBlockers(claims)).toEqual(reasons);
  });
});
