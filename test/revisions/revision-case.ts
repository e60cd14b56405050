/**
 * One revision and what must become of one claim in it. In `before` the claim's words stand between ⟦ and ⟧; in `after`
 * the marks, where they are given, show where the words must be found.
 */
export type RevisionCase = {
  kind: string;
  /** BCP 47; without, `en`. */
  language?: string;
  before: string;
  after: string;
  must: Outcome;
};

/**
 * KEEP: the verdict stands, on the same words. FALL: it does not, whatever the state. CHANGED, LOST: that state, and it
 * falls. AMBIGUOUS: equal candidates, none chosen.
 */
export type Outcome = 'KEEP' | 'FALL' | 'CHANGED' | 'LOST' | 'AMBIGUOUS';

export type ReadCase = {
  before: string;
  after: string;
  claim: { start: number; end: number; exact: string };
  /** Where the words must be found; null: not said. */
  place: { start: number; end: number } | null;
};

/** The texts without their marks. Throws when the claim is not marked. */
export function readCase(revision: RevisionCase): ReadCase {
  const before = unmarked(revision.before);
  const after = unmarked(revision.after);
  if (before.range === null) throw new Error(`No claim is marked in: ${revision.before}`);
  const { start, end } = before.range;
  return {
    before: before.text,
    after: after.text,
    claim: { start, end, exact: before.text.slice(start, end) },
    place: after.range,
  };
}

function unmarked(marked: string): { text: string; range: { start: number; end: number } | null } {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return {
    text: marked.replace(/[⟦⟧]/g, ''),
    range: start < 0 ? null : { start, end },
  };
}

/** Cases of one kind as [before, after, must] or, where it is not English, with the language fourth. */
export const casesOf = (
  kind: string,
  rows: readonly (readonly [before: string, after: string, must: Outcome, language?: string])[],
): RevisionCase[] =>
  rows.map(([before, after, must, language]) => ({
    kind,
    before,
    after,
    must,
    ...(language === undefined ? {} : { language }),
  }));
