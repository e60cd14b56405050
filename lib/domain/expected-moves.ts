import { CLAIM_STATES, type ClaimState, type Move, type Role } from './vocabulary';

/**
 * For tests: who may make which move, written down by hand from “Who may do what” in docs/domain.md and not from the
 * code under test. The people are those of `test-facts.ts`: whoever has the claim, whoever checked it before and
 * handed it on, the story's author, and somebody who never touched it.
 */
export const PERSONS = ['assignee', 'checker', 'author', 'stranger'] as const;
export type Person = (typeof PERSONS)[number];

const TABLE = `
take      checker         marked, reopened                                        assignee, checker, stranger
assign    editor          marked, reopened                                        assignee, checker, author, stranger
wait      checker, editor in-check                                                assignee
resume    checker, editor waiting                                                 assignee
find      checker, editor in-check                                                assignee
submit    checker, editor in-check                                                assignee
sign-off  checker, editor ready                                                   stranger
return    checker, editor ready                                                   stranger
reopen    checker, editor signed-off                                              assignee, checker, author, stranger
drop      checker, editor marked, in-check, waiting, ready, signed-off, reopened  assignee, checker, stranger
restore   checker, editor dropped                                                 assignee, checker, author, stranger
`;

type Line = { move: string; roles: string[]; states: string[]; persons: string[] };

const LINES: readonly Line[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [move = '', roles = '', states = '', persons = ''] = [
      line.slice(0, 10),
      line.slice(10, 26),
      line.slice(26, 82),
      line.slice(82),
    ].map((cell) => cell.trim());
    const list = (cell: string) => cell.split(', ');
    return { move, roles: list(roles), states: list(states), persons: list(persons) };
  });

const lineOf = (move: Move): Line => {
  const line = LINES.find((each) => each.move === move);
  if (line === undefined) throw new Error(`The table says nothing of “${move}”.`);
  return line;
};

const kebab = (word: string): string => word.toLowerCase().replaceAll('_', '-');

/** Who may make the move in this role and state, by the table; empty: nobody. */
export function expectedPersons(move: Move, role: Role, state: ClaimState): Person[] {
  const { roles, states, persons } = lineOf(move);
  if (!roles.includes(kebab(role)) || !states.includes(kebab(state))) return [];
  return PERSONS.filter((person) => persons.includes(person));
}

/** Why the table refuses: the role first, then the state, then the person. */
export function expectedRefusal(move: Move, role: Role, state: ClaimState): 'not-allowed' | 'rule' {
  const { roles, states } = lineOf(move);
  return roles.includes(kebab(role)) && !states.includes(kebab(state)) ? 'rule' : 'not-allowed';
}

/** Where each move leads, by the same section; `find` stays, `restore` goes back to where it stood. */
export const EXPECTED_STATE: Record<Exclude<Move, 'find' | 'restore'>, ClaimState> = {
  take: 'IN_CHECK',
  assign: 'IN_CHECK',
  wait: 'WAITING',
  resume: 'IN_CHECK',
  submit: 'READY',
  'sign-off': 'SIGNED_OFF',
  return: 'IN_CHECK',
  reopen: 'REOPENED',
  drop: 'DROPPED',
};

/** Restored to where it stood, but for a sign-off, which nobody brings back without a second look. */
export const EXPECTED_RESTORED: Record<Exclude<ClaimState, 'DROPPED'>, ClaimState> = {
  MARKED: 'MARKED',
  IN_CHECK: 'IN_CHECK',
  WAITING: 'WAITING',
  READY: 'READY',
  SIGNED_OFF: 'REOPENED',
  REOPENED: 'REOPENED',
};

export const STATES_BUT_DROPPED = CLAIM_STATES.filter((state) => state !== 'DROPPED');
