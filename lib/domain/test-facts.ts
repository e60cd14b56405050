import type { ClaimFacts } from './claim-moves';
import type { NoteFacts } from './finding-rules';
import type { EvidenceFacts } from './origins';
import type { ClaimState } from './vocabulary';

/** For tests: facts that meet every rule, to be spoiled in one place by the test. */

let made = 0;
function fresh(what: string): string {
  made += 1;
  return `${what}-${made}`;
}

/** First-hand, complete, accepted evidence for the claim, from a source and an origin of its own. */
export function evidence(but: Partial<EvidenceFacts> = {}): EvidenceFacts {
  const sourceId = but.sourceId ?? fresh('source');
  return {
    id: fresh('evidence'),
    sourceId,
    sourceKind: 'OFFICIAL_DOCUMENT',
    sourceLanguage: 'en',
    rootSourceId: sourceId,
    isOwnText: false,
    originId: fresh('origin'),
    stance: 'SUPPORTS',
    layer: 'TRUE',
    proximity: 'PRIMARY',
    authoritative: false,
    hasExcerpt: true,
    hasLocator: true,
    translator: null,
    isAccepted: true,
    isResolved: false,
    ...but,
  };
}

export const note = (but: Partial<NoteFacts> = {}): NoteFacts => ({
  id: fresh('note'),
  kind: 'CHECK_NOTE',
  authorId: 'checker',
  isByChecker: true,
  visibility: 'TEAM',
  threadId: null,
  isResolved: false,
  ...but,
});

/** A claim in our own voice, verified by one good source, on a desk of three checkers besides the author. */
export function claim(but: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    state: 'IN_CHECK',
    droppedFrom: null,
    assigneeId: 'assignee',
    checkerIds: ['checker'],
    singlePerson: false,
    contentSha256: 'a'.repeat(64),
    anchorState: 'ATTACHED',
    deskCheckerIds: ['assignee', 'checker', 'stranger'],
    voice: 'OWN',
    flags: [],
    finding: 'VERIFIED',
    said: 'NONE',
    storyAuthorId: 'author',
    storyLanguage: 'en',
    attribution: [],
    suggestedWording: null,
    suggestedWordingStands: false,
    evidence: [evidence()],
    notes: [],
    ...but,
  };
}

/** The claim as it usually is in that state: who has it, and who checked it so far. */
export function claimStanding(state: ClaimState): ClaimFacts {
  switch (state) {
    case 'MARKED':
    case 'REOPENED':
      return claim({ state, assigneeId: null, checkerIds: [] });
    case 'IN_CHECK':
    case 'WAITING':
      return claim({ state });
    case 'READY':
    case 'SIGNED_OFF':
      return claim({ state, checkerIds: ['checker', 'assignee'] });
    case 'DROPPED':
      return claim({ state, droppedFrom: 'IN_CHECK' });
  }
}
