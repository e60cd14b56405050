import { describe, expect, it } from 'vitest';
import {
  assigneeProblem,
  type ClaimFacts,
  claimBlockers,
  decideMove,
  handInWhatWaits,
  isSinglePerson,
  type MoveRequest,
  movesFor,
  openQueries,
  whyNotTheWriter,
} from './claim-moves';
import {
  EXPECTED_RESTORED,
  EXPECTED_STATE,
  expectedPersons,
  expectedRefusal,
  PERSONS,
  STATES_BUT_DROPPED,
} from './expected-moves';
import { claim, claimStanding, evidence, note } from './test-facts';
import {
  CLAIM_STATES,
  type ClaimState,
  MOVES,
  type Move,
  ROLES,
  type Role,
  SAID_FINDINGS,
} from './vocabulary';

const actor = (id: string, role: Role = 'CHECKER') => ({ id, role });
const QUERY = note({ kind: 'QUERY_AUTHOR' });

/** All that any move could ask for, so that only role, state and person decide. */
const EVERYTHING: MoveRequest = {
  finding: 'VERIFIED',
  reason: 'The count was corrected.',
  assignee: { id: 'stranger', role: 'CHECKER', isDisabled: false },
  contentSha256: 'a'.repeat(64),
};

/** Nothing but role, state and person stands in the way of `move`. */
const readyFor = (move: Move, state: ClaimState): ClaimFacts => ({
  ...claimStanding(state),
  notes: move === 'wait' ? [QUERY] : [],
});

const combinations = MOVES.flatMap((move) =>
  ROLES.flatMap((role) => CLAIM_STATES.map((state) => ({ move, role, state }))),
);

describe('every move in every role and state, against the table of the rules', () => {
  it.each(combinations)('$move by $role where the claim is $state', ({ move, role, state }) => {
    const expected = expectedPersons(move, role, state);
    for (const person of PERSONS) {
      const decision = decideMove(move, readyFor(move, state), actor(person, role), EVERYTHING);
      const outcome = decision.ok ? 'done' : decision.code;
      const wanted = expected.includes(person) ? 'done' : expectedRefusal(move, role, state);
      expect(`${person}: ${outcome}`).toBe(`${person}: ${wanted}`);
      if (!decision.ok) expect(decision.reasons.join()).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it.each(combinations.filter(({ role, state }) => role === 'CHECKER' || state === 'READY'))(
    '$move is offered to $role where the claim is $state when it may be made, and only then',
    ({ move, role, state }) => {
      for (const person of PERSONS) {
        const offered = movesFor(readyFor(move, state), actor(person, role)).find(
          (each) => each.move === move,
        );
        const wanted = expectedPersons(move, role, state).includes(person);
        expect(`${person}: ${offered !== undefined}`).toBe(`${person}: ${wanted}`);
        if (offered !== undefined) expect(offered.blockers).toEqual([]);
      }
    },
  );
});

const done = (decision: ReturnType<typeof decideMove>) => {
  if (!decision.ok) throw new Error(decision.reasons.join(' '));
  return decision.change;
};

const refused = (decision: ReturnType<typeof decideMove>) => {
  if (decision.ok) throw new Error('It was done.');
  return `${decision.code}: ${decision.reasons.join(' ')}`;
};

describe('where a move leads', () => {
  it.each(MOVES.filter((move) => move !== 'find' && move !== 'restore'))('%s', (move) => {
    for (const state of CLAIM_STATES) {
      for (const role of ['CHECKER', 'EDITOR'] as const) {
        const [person] = expectedPersons(move, role, state);
        if (person === undefined) continue;
        const decision = decideMove(move, readyFor(move, state), actor(person, role), EVERYTHING);
        expect(done(decision).state).toBe(EXPECTED_STATE[move]);
      }
    }
  });

  it('finding leaves the state as it is', () => {
    expect(done(decideMove('find', claim(), actor('assignee'), EVERYTHING))).not.toHaveProperty(
      'state',
    );
  });

  it.each(STATES_BUT_DROPPED)('restoring what was dropped while %s', (droppedFrom) => {
    const dropped = claim({ state: 'DROPPED', droppedFrom });
    const change = done(decideMove('restore', dropped, actor('stranger'), EVERYTHING));
    expect(change).toMatchObject({ state: EXPECTED_RESTORED[droppedFrom], droppedFrom: null });
  });

  it.each(STATES_BUT_DROPPED)('dropping remembers that it was %s', (state) => {
    const change = done(decideMove('drop', claimStanding(state), actor('stranger'), EVERYTHING));
    expect(change).toEqual({ state: 'DROPPED', droppedFrom: state });
  });

  it('taking gives the claim to whoever takes it', () => {
    const change = done(decideMove('take', claimStanding('MARKED'), actor('stranger'), {}));
    expect(change).toEqual({ state: 'IN_CHECK', assigneeId: 'stranger', singlePerson: false });
  });

  it('a restored sign-off is gone, with everyone who had a hand in it', () => {
    const dropped = claim({ state: 'DROPPED', droppedFrom: 'SIGNED_OFF' });
    expect(done(decideMove('restore', dropped, actor('stranger'), EVERYTHING))).toEqual({
      state: 'REOPENED',
      droppedFrom: null,
      assigneeId: null,
      checkerIds: [],
      reviewerId: null,
      singlePerson: false,
    });
  });
});

describe('what has to come with a move', () => {
  it.each(['return', 'reopen', 'drop', 'restore'] as const)('%s wants a reason', (move) => {
    const state = { return: 'READY', reopen: 'SIGNED_OFF', drop: 'MARKED', restore: 'DROPPED' }[
      move
    ] as ClaimState;
    for (const reason of [undefined, '', '   '])
      expect(
        refused(decideMove(move, claimStanding(state), actor('stranger'), { reason })),
      ).toMatch(/^invalid: Say /);
  });

  it('finding wants a finding', () => {
    expect(refused(decideMove('find', claim(), actor('assignee'), {}))).toBe(
      'invalid: Choose a finding first.',
    );
  });

  it('“was it said?” may be answered alone, and adds the person once', () => {
    const attributed = claim({ voice: 'ATTRIBUTED', checkerIds: ['checker', 'assignee'] });
    expect(done(decideMove('find', attributed, actor('assignee'), { said: 'VERBATIM' }))).toEqual({
      said: 'VERBATIM',
      checkerId: 'assignee',
      checkerIds: ['checker', 'assignee'],
    });
  });

  it.each(SAID_FINDINGS.filter((said) => said !== 'NONE'))(
    'our own assertion was not said by anybody: %s is refused',
    (said) => {
      expect(refused(decideMove('find', claim(), actor('assignee'), { said }))).toMatch(
        /^rule: “Was it said\?” is asked of attributed claims only\./,
      );
    },
  );

  it('an answer to “was it said?” can be taken back', () => {
    expect(done(decideMove('find', claim(), actor('assignee'), { said: 'NONE' })).said).toBe(
      'NONE',
    );
  });

  it('waiting wants an open query, resuming wants it answered', () => {
    const inCheck = claim({ notes: [] });
    expect(refused(decideMove('wait', inCheck, actor('assignee'), {}))).toMatch(
      /^rule: Nothing is being waited for\./,
    );
    const waiting = claim({ state: 'WAITING', notes: [QUERY] });
    expect(refused(decideMove('resume', waiting, actor('assignee'), {}))).toMatch(
      /^rule: The query has no answer yet\./,
    );
  });

  it('submitting lists everything that stands in the way', () => {
    const poor = claim({ finding: 'INCORRECT', evidence: [] });
    const decision = decideMove('submit', poor, actor('assignee'), {});
    expect(decision).toMatchObject({ ok: false, code: 'rule' });
    expect(decision.ok ? [] : decision.reasons).toHaveLength(2);
  });

  it('a sign-off of another text than the one on screen is a conflict', () => {
    const decision = decideMove('sign-off', claimStanding('READY'), actor('stranger'), {
      contentSha256: 'b'.repeat(64),
    });
    expect(refused(decision)).toMatch(/^conflict: The text changed since you opened it\./);
  });

  it('evidence against, found after the submission, stops the sign-off', () => {
    const ready = claimStanding('READY');
    const disputed = { ...ready, evidence: [...ready.evidence, evidence({ stance: 'REFUTES' })] };
    expect(refused(decideMove('sign-off', disputed, actor('stranger'), {}))).toMatch(
      /^rule: 1 piece of evidence against is unresolved\./,
    );
  });
});

describe('whom a claim can be assigned to', () => {
  const assign = (assignee: MoveRequest['assignee'], facts = claimStanding('MARKED')) =>
    decideMove('assign', facts, actor('stranger', 'EDITOR'), { assignee });

  it('somebody has to be named', () => {
    expect(refused(assign(undefined))).toBe('invalid: Say who is to check it.');
  });

  it.each(['VIEWER', 'REPORTER', 'LAWYER', 'ADMIN'] as const)('not a person who is %s', (role) => {
    expect(refused(assign({ id: 'x', role, isDisabled: false }))).toMatch(
      /^rule: Only an active checker or editor/,
    );
  });

  it('not a checker whose account is disabled', () => {
    expect(refused(assign({ id: 'x', role: 'CHECKER', isDisabled: true }))).toMatch(/^rule: Only/);
  });

  it('not the author, even when an editor wrote it', () => {
    expect(refused(assign({ id: 'author', role: 'EDITOR', isDisabled: false }))).toMatch(
      /^rule: The story’s author cannot check it\./,
    );
  });

  it('the author where the desk has nobody else, and that shows', () => {
    const alone = { ...claimStanding('MARKED'), deskCheckerIds: [] };
    const change = done(assign({ id: 'author', role: 'CHECKER', isDisabled: false }, alone));
    expect(change).toEqual({ state: 'IN_CHECK', assigneeId: 'author', singlePerson: true });
    expect(assigneeProblem(alone, {})?.code).toBe('invalid');
  });
});

describe('two people (I8)', () => {
  it.each(['CHECKER', 'EDITOR'] as const)(
    'whoever checked it does not sign it off, now that they are %s',
    (role) => {
      for (const person of ['assignee', 'checker'])
        expect(
          refused(decideMove('sign-off', claimStanding('READY'), actor(person, role), EVERYTHING)),
        ).toBe('not-allowed: You checked this claim. A second person must review it.');
    },
  );

  it('an editor who wrote the story neither signs off nor returns', () => {
    for (const move of ['sign-off', 'return'] as const)
      expect(
        refused(decideMove(move, claimStanding('READY'), actor('author', 'EDITOR'), EVERYTHING)),
      ).toBe('not-allowed: You wrote this story. A second person must review it.');
  });

  it('whoever had a hand in it before it was handed on is remembered through submission', () => {
    const handedOn = claim({ checkerIds: ['checker'], assigneeId: 'assignee' });
    const change = done(decideMove('submit', handedOn, actor('assignee'), {}));
    expect(change.checkerIds).toEqual(['checker', 'assignee']);
  });

  it('after a reopening somebody has to look again before it is submitted', () => {
    const taken = claim({ checkerIds: [], finding: 'VERIFIED' });
    expect(refused(decideMove('submit', taken, actor('assignee'), {}))).toMatch(
      /^rule: It was reopened and nobody has checked it since\./,
    );
  });

  const deskOfOne = (state: ClaimState): ClaimFacts => ({
    ...claimStanding(state),
    deskCheckerIds: ['assignee'],
    checkerIds: ['assignee'],
  });

  it('a desk of one checker signs off its own check with a reason, and that shows', () => {
    const ready = deskOfOne('READY');
    expect(refused(decideMove('sign-off', ready, actor('assignee'), {}))).toMatch(
      /^invalid: This is a single-person check\. Say why/,
    );
    const change = done(
      decideMove('sign-off', ready, actor('assignee'), { reason: 'I am alone.' }),
    );
    expect(change).toEqual({ state: 'SIGNED_OFF', reviewerId: 'assignee', singlePerson: true });
  });

  it('one more checker on the desk ends that', () => {
    const ready = { ...deskOfOne('READY'), deskCheckerIds: ['assignee', 'stranger'] };
    expect(refused(decideMove('sign-off', ready, actor('assignee'), EVERYTHING))).toMatch(
      /^not-allowed: You checked this claim\./,
    );
  });

  it('the author is not counted as the other person', () => {
    const ready = { ...deskOfOne('READY'), deskCheckerIds: ['assignee', 'author'] };
    expect(
      decideMove('sign-off', ready, actor('assignee'), { reason: 'Only the author is left.' }).ok,
    ).toBe(true);
  });

  it('the author takes a claim of their own story only where nobody else is there', () => {
    const marked = claimStanding('MARKED');
    expect(refused(decideMove('take', marked, actor('author'), {}))).toMatch(
      /^not-allowed: You wrote this story\./,
    );
    const alone = { ...marked, deskCheckerIds: [] };
    expect(done(decideMove('take', alone, actor('author'), {}))).toEqual({
      state: 'IN_CHECK',
      assigneeId: 'author',
      singlePerson: true,
    });
  });

  it('a story without an author stands in nobody’s way', () => {
    const ready = { ...claimStanding('READY'), storyAuthorId: null };
    expect(done(decideMove('sign-off', ready, actor('stranger'), {}))).toEqual({
      state: 'SIGNED_OFF',
      reviewerId: 'stranger',
    });
  });
});

describe('only people set findings and sign-offs (I16)', () => {
  it.each(['VIEWER', 'REPORTER', 'LAWYER', 'ADMIN'] as const)('%s does neither', (role) => {
    for (const id of ['assignee', 'stranger', '00000000-0000-0000-0000-000000000000']) {
      expect(decideMove('find', claim(), actor(id, role), EVERYTHING).ok).toBe(false);
      expect(decideMove('sign-off', claimStanding('READY'), actor(id, role), EVERYTHING).ok).toBe(
        false,
      );
      for (const state of CLAIM_STATES)
        expect(movesFor(claimStanding(state), actor(id, role))).toEqual([]);
    }
  });
});

describe('what stands in the way, whoever looks', () => {
  it.each(['SIGNED_OFF', 'DROPPED'] as const)('nothing where it is %s', (state) => {
    expect(claimBlockers({ ...claimStanding(state), evidence: [] })).toEqual([]);
  });

  it.each(['MARKED', 'REOPENED'] as const)('nobody has it where it is %s', (state) => {
    expect(claimBlockers(claimStanding(state))[0]).toBe(
      'Nobody is checking it. Take it, or assign it.',
    );
  });

  it('the open query where it waits', () => {
    expect(claimBlockers(claim({ state: 'WAITING', notes: [QUERY] }))).toEqual([
      'The query has no answer yet. Wait for a reply, or close the query.',
    ]);
  });

  it('the rule of the finding where it is in check or at second read', () => {
    for (const state of ['IN_CHECK', 'READY'] as const)
      expect(claimBlockers({ ...claimStanding(state), finding: 'NONE' })).toEqual([
        '“Is it so?” has no finding yet.',
      ]);
    expect(claimBlockers(claim())).toEqual([]);
  });
});

describe('who had a hand in it', () => {
  it('whoever changes what waits for the second reader joins the checkers', () => {
    const waiting = claim({ state: 'READY', checkerIds: ['checker'] });
    expect(handInWhatWaits(waiting, 'second')).toEqual({ checkerIds: ['checker', 'second'] });
    const changed = { ...waiting, checkerIds: ['checker', 'second'] };
    expect(decideMove('sign-off', changed, { id: 'second', role: 'CHECKER' }, EVERYTHING).ok).toBe(
      false,
    );
  });

  it('before it waits, a change by somebody else bars nobody', () => {
    expect(handInWhatWaits(claim({ state: 'IN_CHECK' }), 'second')).toEqual({});
  });

  it('the single-person mark goes once the writer has no part in the check', () => {
    const alone = claim({ storyAuthorId: 'author', checkerIds: [], singlePerson: true });
    expect(isSinglePerson(alone, 'author')).toBe(true);
    expect(isSinglePerson(alone, 'checker')).toBe(false);
    expect(isSinglePerson({ ...alone, checkerIds: ['author'] }, 'checker')).toBe(true);
  });

  it('the writer does not judge what the claims rest on, except alone', () => {
    expect(whyNotTheWriter(claim({ storyAuthorId: 'author' }), 'author')).toContain('You wrote');
    expect(whyNotTheWriter(claim({ storyAuthorId: 'author' }), 'checker')).toBeNull();
    expect(
      whyNotTheWriter(claim({ storyAuthorId: 'author', singlePerson: true }), 'author'),
    ).toBeNull();
  });
});

describe('open queries', () => {
  const query = note({ id: 'q', kind: 'QUERY_EDITOR' });
  it.each([
    ['a query nobody has answered', [query], 1],
    [
      'a query that was answered',
      [query, note({ kind: 'REPLY', threadId: 'q', authorId: 'author' })],
      0,
    ],
    ['a query with a word more by the asker', [query, note({ kind: 'REPLY', threadId: 'q' })], 1],
    ['a query that was closed', [{ ...query, isResolved: true }], 0],
    ['a note in its thread that is no reply', [query, note({ threadId: 'q' })], 1],
    ['a reply in another thread', [query, note({ kind: 'REPLY', threadId: 'other' })], 1],
    [
      'two queries, one answered',
      [query, QUERY, note({ kind: 'REPLY', threadId: 'q', authorId: 'author' })],
      1,
    ],
    ['check notes and legal notes', [note(), note({ kind: 'LEGAL' })], 0],
  ] as const)('%s', (_what, notes, open) => {
    expect(openQueries({ notes })).toHaveLength(open);
  });
});
