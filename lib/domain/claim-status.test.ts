import { describe, expect, it } from 'vitest';
import { claimStatus, OPEN_STATES } from './claim-status';
import {
  CLAIM_STATES,
  type ClaimStatus,
  FINDINGS,
  type Finding,
  SAID_FINDINGS,
} from './vocabulary';

describe('the badge', () => {
  it('shows where the work stands until somebody has signed it off, whatever was found', () => {
    for (const state of CLAIM_STATES.filter((each) => each !== 'SIGNED_OFF'))
      for (const finding of FINDINGS)
        for (const said of SAID_FINDINGS) expect(claimStatus({ state, finding, said })).toBe(state);
  });

  it.each<[Finding, ClaimStatus]>([
    ['VERIFIED', 'VERIFIED'],
    ['VERIFIED_AFTER_CHANGE', 'VERIFIED_AFTER_CHANGE'],
    ['INCORRECT', 'INCORRECT'],
    ['MISLEADING', 'MISLEADING'],
    ['DISPUTED', 'DISPUTED'],
    ['OUTDATED', 'OUTDATED'],
    ['ON_AUTHOR', 'ON_AUTHOR'],
    ['NOT_CHECKABLE', 'NOT_CHECKABLE'],
  ])('signed off and %s, it shows that, however it was said', (finding, status) => {
    for (const said of SAID_FINDINGS)
      expect(claimStatus({ state: 'SIGNED_OFF', finding, said })).toBe(status);
  });

  it.each([
    ['VERBATIM', 'ATTRIBUTION_ONLY'],
    ['TRANSLATION', 'ATTRIBUTION_ONLY'],
    ['PARAPHRASE', 'ATTRIBUTION_ONLY'],
    ['NONE', 'UNVERIFIED'],
    ['ALTERED', 'UNVERIFIED'],
    ['MISATTRIBUTED', 'UNVERIFIED'],
    ['NOT_FOUND', 'UNVERIFIED'],
  ] as const)('said %s and unverified, signed off, it shows %s', (said, status) => {
    expect(claimStatus({ state: 'SIGNED_OFF', finding: 'UNVERIFIED', said })).toBe(status);
  });

  it('never shows a sign-off without a finding as anything but unproven', () => {
    expect(claimStatus({ state: 'SIGNED_OFF', finding: 'NONE', said: 'VERBATIM' })).toBe(
      'UNVERIFIED',
    );
  });

  it('work is open in every state but signed off and dropped', () => {
    expect(CLAIM_STATES.filter((state) => !OPEN_STATES.includes(state))).toEqual([
      'SIGNED_OFF',
      'DROPPED',
    ]);
  });
});
