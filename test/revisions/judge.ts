import { type Reanchored, reanchor } from '../../lib/domain/reanchor';
import { type ReadCase, type RevisionCase, readCase } from './revision-case';

/**
 * What came of a case. RIGHT: as it must. KEPT: the verdict stands on changed words. GUESSED: one of several equal
 * candidates was chosen. DROPPED: the verdict fell though nothing decisive changed. MISPLACED: the right outcome with
 * the wrong words or the wrong place.
 */
export type Judgement = 'RIGHT' | 'KEPT' | 'GUESSED' | 'DROPPED' | 'MISPLACED';

export function judge(revision: RevisionCase): { judgement: Judgement; result: Reanchored } {
  const read = readCase(revision);
  const [result] = reanchor({
    before: { copy: read.before },
    after: { copy: read.after },
    language: revision.language ?? 'en',
    anchors: [{ id: 'claim', ...read.claim }],
  });
  if (result === undefined) throw new Error('No claim came back.');
  return { judgement: verdictOn(revision, read, result), result };
}

function verdictOn({ must }: RevisionCase, read: ReadCase, result: Reanchored): Judgement {
  const { to, state, verdictStands } = result;
  if (to !== null && read.after.slice(to.start, to.end) !== to.exact) return 'MISPLACED';
  const isThere = read.place === null || to?.start === read.place.start;
  if (must === 'KEEP') {
    if (!verdictStands) return 'DROPPED';
    return isThere && to?.exact === read.claim.exact ? 'RIGHT' : 'MISPLACED';
  }
  if (verdictStands) return must === 'AMBIGUOUS' ? 'GUESSED' : 'KEPT';
  if (must === 'AMBIGUOUS') return state === 'AMBIGUOUS' ? 'RIGHT' : 'GUESSED';
  if (must === 'FALL') return 'RIGHT';
  if (state !== must) return 'MISPLACED';
  return isThere && (read.place === null || to?.end === read.place.end) ? 'RIGHT' : 'MISPLACED';
}
