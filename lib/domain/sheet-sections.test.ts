import { describe, expect, it } from 'vitest';
import {
  reasonSentence,
  SECTION_HEADS,
  SHEET_SECTIONS,
  sectionOf,
  sheetCounts,
  statusesIn,
  type Tally,
  type VerdictFacts,
  verdictOf,
} from './sheet-sections';
import { CLAIM_STATUSES } from './vocabulary';

const tally = (status: Tally['status'], claims: number, singlePerson = false): Tally => ({
  status,
  claims,
  singlePerson,
});

describe('the sections', () => {
  it('take every status exactly once', () => {
    const placed = SHEET_SECTIONS.flatMap(statusesIn);
    expect(placed).toHaveLength(CLAIM_STATUSES.length);
    expect(new Set(placed)).toEqual(new Set(CLAIM_STATUSES));
  });

  it('keep what nobody has signed off apart from every finding', () => {
    expect(statusesIn('open')).toEqual(['MARKED', 'IN_CHECK', 'WAITING', 'READY', 'REOPENED']);
    expect(sectionOf('ATTRIBUTION_ONLY')).toBe('attribution-only');
    expect(sectionOf('MISLEADING')).toBe('doubtful');
  });

  it.each(SHEET_SECTIONS)('%s has a name that fits on a tab', (section) => {
    const { tab } = SECTION_HEADS[section];
    expect(tab.length).toBeLessThanOrEqual(31);
    expect(tab).not.toMatch(/[[\]:*?/\\]/);
  });
});

describe('the counts', () => {
  const counts = sheetCounts(
    [
      tally('VERIFIED', 7),
      tally('VERIFIED', 2, true),
      tally('DISPUTED', 1),
      tally('UNVERIFIED', 3),
      tally('INCORRECT', 1),
      tally('ON_AUTHOR', 2),
      tally('READY', 4),
      tally('MARKED', 5, true),
      tally('DROPPED', 6, true),
    ],
    3,
  );

  it('are those of the claims', () => {
    expect(counts).toMatchObject({
      marked: 25,
      signedOff: 16,
      open: 9,
      incorrect: 1,
      disputed: 1,
      onAuthor: 2,
      singlePerson: 7,
      overrides: 3,
      dropped: 6,
    });
  });

  it('leave dropped claims out of everything but their own', () => {
    expect(counts.signedOff + counts.open).toBe(counts.marked);
  });

  it('add up to every claim over the sections', () => {
    const all = Object.values(counts.sections).reduce((sum, n) => sum + n, 0);
    expect(all).toBe(counts.marked + counts.dropped);
  });
});

describe('may this run?', () => {
  const none: Omit<VerdictFacts, 'counts'> = {
    openIncorrect: 0,
    waitingForReader: 0,
    astray: 0,
    clearances: [],
    textChanged: null,
  };
  const verdict = (tallies: Tally[], facts: Partial<typeof none> = {}) =>
    verdictOf({ counts: sheetCounts(tallies, 0), ...none, ...facts });

  it('no, while an incorrect claim stands in the text', () => {
    const { answer, headline, reasons } = verdict([tally('VERIFIED', 3), tally('INCORRECT', 1)]);
    expect(answer).toBe('blocked');
    expect(headline).toBe('Not clear for publication.');
    expect(reasonSentence(reasons)).toBe('One claim found incorrect stands in the text.');
  });

  it('no, while claims are open, and each matter is named, the gravest first', () => {
    const { reasons } = verdict(
      [tally('INCORRECT', 2), tally('READY', 4), tally('IN_CHECK', 1), tally('MISLEADING', 1)],
      { openIncorrect: 1, waitingForReader: 4, astray: 1 },
    );
    expect(reasonSentence(reasons)).toBe(
      'Two claims found incorrect stand in the text, one claim looks incorrect and waits to be signed off, one claim no longer stands in the text as it was marked, one claim is still being checked, four claims wait for a second reader and an editor must decide on one claim that does not hold as written.',
    );
  });

  it('no, when nobody has marked anything', () => {
    expect(verdict([]).answer).toBe('blocked');
    expect(verdict([tally('DROPPED', 2)]).reasons).toEqual(['no claim has been marked']);
  });

  it('yes, once the editor has cleared it, whoever else did', () => {
    const cleared = verdict([tally('VERIFIED', 3)], {
      clearances: ['EDITOR', 'RESEARCH'],
      textChanged: 0,
    });
    expect(cleared).toMatchObject({ answer: 'cleared', headline: 'Cleared for publication.' });
    expect(reasonSentence(cleared.reasons)).toBe(
      'Every claim is signed off and research and the editor cleared it.',
    );
    const since = verdict([tally('VERIFIED', 3)], { clearances: ['EDITOR'], textChanged: 2 });
    expect(reasonSentence(since.reasons)).toContain('changed since in 2 places');
  });

  it('not yet, while only others than the editor have', () => {
    const { answer, reasons } = verdict([tally('VERIFIED', 3)], {
      clearances: ['LEGAL'],
      textChanged: 0,
    });
    expect(answer).toBe('not-cleared');
    expect(reasons).toContain('the lawyer cleared it, the editor has not yet');
  });

  it('no clearance helps while a claim is open again', () => {
    expect(verdict([tally('REOPENED', 1)], { clearances: ['EDITOR'] }).answer).toBe('blocked');
  });

  it('never yes by itself: when all is signed off, people must still clear it', () => {
    const { answer, headline, reasons } = verdict([tally('VERIFIED', 3), tally('UNVERIFIED', 2)]);
    expect(answer).toBe('not-cleared');
    expect(headline).toBe('Checked, and not cleared yet.');
    expect(reasonSentence(reasons)).toBe(
      'Every claim is signed off, an editor must decide on two claims that do not hold as written and no clearance has been given.',
    );
  });
});
