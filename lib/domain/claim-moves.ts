import { type FindingFacts, findingBlockers } from './finding-rules';
import { MOVE_WORDS, PAST_WORDS, ROLE_NOUN, STATE_WORDS } from './move-words';
import {
  type AnchorState,
  type ClaimState,
  type Finding,
  MOVES,
  type Move,
  type Role,
  type SaidFinding,
} from './vocabulary';

/** All that the moves need to know about a claim. */
export type ClaimFacts = FindingFacts & {
  state: ClaimState;
  droppedFrom: ClaimState | null;
  assigneeId: string | null;
  /** Everyone who had a hand in the finding that now stands. */
  checkerIds: readonly string[];
  singlePerson: boolean;
  /** SHA-256 of the story's current version. */
  contentSha256: string;
  /** How its words were found in that version; null: they were never looked for in it. */
  anchorState: AnchorState | null;
  /** Active checkers and editors of the desk, besides the story's author. */
  deskCheckerIds: readonly string[];
};

export type MoveActor = { id: string; role: Role };

/** What comes with a move. */
export type MoveRequest = {
  finding?: Finding | undefined;
  said?: SaidFinding | undefined;
  /** Why: a comment on a return, a reason for reopening, dropping, restoring. */
  reason?: string | undefined;
  /** For `assign`: who gets the claim; must be an active checker or editor. */
  assignee?: { id: string; role: Role; isDisabled: boolean } | undefined;
  /** For `sign-off`: SHA-256 of the text the reviewer has on screen. */
  contentSha256?: string | undefined;
};

/** The fields of the claim that a move writes; what is absent stays. */
export type ClaimChange = {
  state?: ClaimState;
  finding?: Finding;
  said?: SaidFinding;
  assigneeId?: string | null;
  checkerId?: string | null;
  checkerIds?: readonly string[];
  reviewerId?: string | null;
  droppedFrom?: ClaimState | null;
  singlePerson?: boolean;
};

export type Decision =
  | { ok: true; change: ClaimChange }
  | {
      ok: false;
      code: 'not-allowed' | 'rule' | 'invalid' | 'conflict';
      reasons: readonly string[];
    };

type MoveRule = {
  from: readonly ClaimState[];
  by: readonly Role[];
  /** Who else it takes, beyond the role: null when `actor` is the right person. */
  person?: (claim: ClaimFacts, actor: MoveActor) => string | null;
  /** What stands in the way, whoever asks, in sentences. */
  blockers?: (claim: ClaimFacts) => string[];
  /** What is wrong with what came along, in one sentence; null when nothing. */
  problem?: (claim: ClaimFacts, request: MoveRequest, actor: MoveActor) => Problem | null;
  change: (claim: ClaimFacts, actor: MoveActor, request: MoveRequest) => ClaimChange;
};

type Problem = { code: 'invalid' | 'rule' | 'conflict'; sentence: string };

const CHECKERS: readonly Role[] = ['CHECKER', 'EDITOR'];
const ANY_BUT_DROPPED: readonly ClaimState[] = [
  'MARKED',
  'IN_CHECK',
  'WAITING',
  'READY',
  'SIGNED_OFF',
  'REOPENED',
];

/** The whole workflow on one page: buttons, authorisation, the API and the tests all read this table. */
export const MOVE_RULES: Record<Move, MoveRule> = {
  take: {
    from: ['MARKED', 'REOPENED'],
    by: ['CHECKER'],
    person: notTheAuthor,
    change: (claim, actor) => ({
      state: 'IN_CHECK',
      assigneeId: actor.id,
      singlePerson: isSinglePerson(claim, actor.id),
    }),
  },
  assign: {
    from: ['MARKED', 'REOPENED'],
    by: ['EDITOR'],
    problem: assigneeProblem,
    change: (claim, _actor, { assignee }) => ({
      state: 'IN_CHECK',
      assigneeId: assignee?.id ?? null,
      singlePerson: isSinglePerson(claim, assignee?.id ?? null),
    }),
  },
  wait: {
    from: ['IN_CHECK'],
    by: CHECKERS,
    person: theAssignee,
    blockers: (claim) =>
      openQueries(claim).length > 0
        ? []
        : ['Nothing is being waited for. Write a query to the author or the editor first.'],
    change: () => ({ state: 'WAITING' }),
  },
  resume: {
    from: ['WAITING'],
    by: CHECKERS,
    person: theAssignee,
    blockers: (claim) =>
      openQueries(claim).length === 0
        ? []
        : ['The query has no answer yet. Wait for a reply, or close the query.'],
    change: () => ({ state: 'IN_CHECK' }),
  },
  find: {
    from: ['IN_CHECK'],
    by: CHECKERS,
    person: theAssignee,
    problem: findingProblem,
    change: (claim, actor, { finding, said }) => ({
      ...(finding !== undefined && { finding }),
      ...(said !== undefined && { said }),
      checkerId: actor.id,
      checkerIds: withPerson(claim.checkerIds, actor.id),
    }),
  },
  submit: {
    from: ['IN_CHECK'],
    by: CHECKERS,
    person: theAssignee,
    blockers: submitBlockers,
    change: (claim, actor) => ({
      state: 'READY',
      checkerId: actor.id,
      checkerIds: withPerson(claim.checkerIds, actor.id),
      singlePerson: isSinglePerson(claim, actor.id),
    }),
  },
  'sign-off': {
    from: ['READY'],
    by: CHECKERS,
    person: secondPerson,
    blockers: (claim) => [...placeBlockers(claim), ...findingBlockers(claim)],
    problem: signOffProblem,
    change: (claim, actor) => ({
      state: 'SIGNED_OFF',
      reviewerId: actor.id,
      ...(isOwnWork(claim, actor) && { singlePerson: true }),
    }),
  },
  return: {
    from: ['READY'],
    by: CHECKERS,
    person: secondPerson,
    problem: needsReason('Say what is missing: a return needs a comment.'),
    change: () => ({ state: 'IN_CHECK' }),
  },
  reopen: {
    from: ['SIGNED_OFF'],
    by: CHECKERS,
    problem: needsReason('Say why it is reopened.'),
    change: reopened,
  },
  drop: {
    from: ANY_BUT_DROPPED,
    by: CHECKERS,
    // Or the writer could drop the claim that stands in the story's way.
    person: notTheAuthor,
    problem: needsReason('Say why it is dropped: the text was cut, or it is marked twice.'),
    change: (claim) => ({ state: 'DROPPED', droppedFrom: claim.state }),
  },
  restore: {
    from: ['DROPPED'],
    by: CHECKERS,
    problem: needsReason('Say why it is restored.'),
    // A sign-off is not brought back by itself: the words may have changed meanwhile.
    change: (claim) =>
      claim.droppedFrom === 'SIGNED_OFF'
        ? { ...reopened(), droppedFrom: null }
        : { state: claim.droppedFrom ?? 'MARKED', droppedFrom: null },
  },
};

/** Why this role never makes this move, whatever the claim; null when it may. */
export const whyNotMove = (move: Move, role: Role): string | null =>
  MOVE_RULES[move].by.includes(role)
    ? null
    : `${ROLE_NOUN[role]} cannot ${MOVE_WORDS[move]} a claim.`;

/** Decide whether `actor` may make `move` on `claim` now, and what it writes. */
export function decideMove(
  move: Move,
  claim: ClaimFacts,
  actor: MoveActor,
  request: MoveRequest,
): Decision {
  const rule = MOVE_RULES[move];
  const wrongRole = whyNotMove(move, actor.role);
  if (wrongRole !== null) return refuse('not-allowed', wrongRole);
  if (!rule.from.includes(claim.state))
    return refuse(
      'rule',
      `A claim that is ${STATE_WORDS[claim.state]} cannot be ${PAST_WORDS[move]}.`,
    );
  const wrongPerson = rule.person?.(claim, actor) ?? null;
  if (wrongPerson !== null) return refuse('not-allowed', wrongPerson);

  const blockers = rule.blockers?.(claim) ?? [];
  if (blockers.length > 0) return { ok: false, code: 'rule', reasons: blockers };
  const problem = rule.problem?.(claim, request, actor) ?? null;
  if (problem !== null) return refuse(problem.code, problem.sentence);
  return { ok: true, change: rule.change(claim, actor, request) };
}

/** A move to offer as a button; `blockers` say why it is not open yet, and are empty when it is. */
export type OfferedMove = { move: Move; blockers: readonly string[] };

/** The moves that are `actor`'s to make in this state, whether or not something still stands in the way. */
export const movesFor = (claim: ClaimFacts, actor: MoveActor): OfferedMove[] =>
  MOVES.filter((move) => {
    const rule = MOVE_RULES[move];
    return (
      rule.by.includes(actor.role) &&
      rule.from.includes(claim.state) &&
      (rule.person?.(claim, actor) ?? null) === null
    );
  }).map((move) => ({ move, blockers: MOVE_RULES[move].blockers?.(claim) ?? [] }));

/** What stands in the way of the claim's next step towards sign-off, whoever looks. */
export function claimBlockers(claim: ClaimFacts): string[] {
  switch (claim.state) {
    case 'SIGNED_OFF':
    case 'DROPPED':
      return [];
    case 'READY':
      return [...placeBlockers(claim), ...findingBlockers(claim)];
    case 'WAITING':
      return [...(MOVE_RULES.resume.blockers?.(claim) ?? []), ...submitBlockers(claim)];
    case 'MARKED':
    case 'REOPENED':
      return ['Nobody is checking it. Take it, or assign it.', ...submitBlockers(claim)];
    case 'IN_CHECK':
      return submitBlockers(claim);
  }
}

function submitBlockers(claim: ClaimFacts): string[] {
  const untouched = claim.finding !== 'NONE' && claim.checkerIds.length === 0;
  return [
    ...placeBlockers(claim),
    ...(untouched
      ? ['It was reopened and nobody has checked it since. Look again, then save the finding.']
      : []),
    ...findingBlockers(claim),
  ];
}

/** Nobody signs off words that are not in the text, or that could be either of two. */
export function placeBlockers({ anchorState }: Pick<ClaimFacts, 'anchorState'>): string[] {
  if (anchorState === 'AMBIGUOUS')
    return ['Its words may stand in several places of this version. Choose which are meant.'];
  return anchorState === 'LOST' || anchorState === null
    ? ['Its words are not in this version of the text. Mark where they are now, or cut the claim.']
    : [];
}

/** The finding stays to be read, but somebody must make it again. */
export function reopened(): ClaimChange {
  return {
    state: 'REOPENED',
    assigneeId: null,
    checkerIds: [],
    reviewerId: null,
    singlePerson: false,
  };
}

/** Queries that nobody else has replied to and nobody has closed. */
export const openQueries = (claim: Pick<ClaimFacts, 'notes'>) =>
  claim.notes.filter(
    (note) =>
      (note.kind === 'QUERY_AUTHOR' || note.kind === 'QUERY_EDITOR') &&
      !note.isResolved &&
      !claim.notes.some(
        (other) =>
          other.threadId === note.id && other.kind === 'REPLY' && other.authorId !== note.authorId,
      ),
  );

function theAssignee(claim: ClaimFacts, actor: MoveActor): string | null {
  return claim.assigneeId === actor.id
    ? null
    : 'Only the person it is assigned to can do that. Ask an editor to reassign it.';
}

/** I8: the writer does not check the writer's own text, unless the desk has nobody else. */
function notTheAuthor(claim: ClaimFacts, actor: MoveActor): string | null {
  return actor.id !== claim.storyAuthorId || isDeskOfOne(claim, actor.id)
    ? null
    : 'You wrote this story. Somebody else must check it.';
}

/** I8: whoever wrote or checked it does not sign it off, unless the desk has nobody else. */
function secondPerson(claim: ClaimFacts, actor: MoveActor): string | null {
  if (!isOwnWork(claim, actor) || !hasOtherReviewer(claim)) return null;
  return actor.id === claim.storyAuthorId
    ? 'You wrote this story. A second person must review it.'
    : 'You checked this claim. A second person must review it.';
}

const isOwnWork = (claim: ClaimFacts, actor: MoveActor): boolean =>
  actor.id === claim.storyAuthorId || claim.checkerIds.includes(actor.id);

const hasOtherReviewer = (claim: ClaimFacts): boolean =>
  claim.deskCheckerIds.some((id) => id !== claim.storyAuthorId && !claim.checkerIds.includes(id));

/** Why the story's writer may not change what the check rests on; null: `actorId` is not the writer, or checks alone. */
export const whyNotTheWriter = (
  claim: Pick<ClaimFacts, 'storyAuthorId' | 'singlePerson'>,
  actorId: string,
): string | null =>
  claim.storyAuthorId === actorId && !claim.singlePerson
    ? 'You wrote this story. Somebody else must judge what its claims rest on.'
    : null;

/** Whoever changes what waits for the second reader had a hand in it, and is not that reader any more. */
export const handInWhatWaits = (
  claim: Pick<ClaimFacts, 'state' | 'checkerIds'>,
  actorId: string,
): ClaimChange =>
  claim.state === 'READY' ? { checkerIds: withPerson(claim.checkerIds, actorId) } : {};

/** The writer has a part in the check: only where the desk had nobody else, and shown everywhere. */
export const isSinglePerson = (
  claim: Pick<ClaimFacts, 'storyAuthorId' | 'checkerIds'>,
  assigneeId: string | null,
): boolean =>
  claim.storyAuthorId !== null &&
  (assigneeId === claim.storyAuthorId || claim.checkerIds.includes(claim.storyAuthorId));

const isDeskOfOne = (claim: ClaimFacts, id: string): boolean =>
  claim.deskCheckerIds.every((other) => other === id || other === claim.storyAuthorId);

/** What is wrong with giving the claim to `assignee`; null when nothing. Also asked when a claim is handed on. */
export function assigneeProblem(claim: ClaimFacts, { assignee }: MoveRequest): Problem | null {
  if (assignee === undefined) return { code: 'invalid', sentence: 'Say who is to check it.' };
  if (assignee.isDisabled || !CHECKERS.includes(assignee.role))
    return { code: 'rule', sentence: 'Only an active checker or editor can be given a claim.' };
  if (assignee.id === claim.storyAuthorId && !isDeskOfOne(claim, assignee.id))
    return { code: 'rule', sentence: 'The story’s author cannot check it. Choose somebody else.' };
  return null;
}

function findingProblem(claim: ClaimFacts, { finding, said }: MoveRequest): Problem | null {
  if (finding === undefined && said === undefined)
    return { code: 'invalid', sentence: 'Choose a finding first.' };
  if (claim.voice === 'OWN' && said !== undefined && said !== 'NONE')
    return {
      code: 'rule',
      sentence:
        '“Was it said?” is asked of attributed claims only. Name who says it first, or leave the answer out.',
    };
  return null;
}

function signOffProblem(claim: ClaimFacts, request: MoveRequest, actor: MoveActor): Problem | null {
  if (request.contentSha256 !== undefined && request.contentSha256 !== claim.contentSha256)
    return {
      code: 'conflict',
      sentence: 'The text changed since you opened it. Read the new version, then sign off.',
    };
  if (isOwnWork(claim, actor) && !request.reason?.trim())
    return {
      code: 'invalid',
      sentence: 'This is a single-person check. Say why nobody else could read it.',
    };
  return null;
}

function needsReason(sentence: string) {
  return (_claim: ClaimFacts, { reason }: MoveRequest): Problem | null =>
    reason?.trim() ? null : { code: 'invalid', sentence };
}

/** `ids` with `id` among them once. */
export const withPerson = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id];

const refuse = (
  code: 'not-allowed' | 'rule' | 'invalid' | 'conflict',
  sentence: string,
): Decision => ({ ok: false, code, reasons: [sentence] });
