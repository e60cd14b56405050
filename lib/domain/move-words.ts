import type { ClaimState, Move, Role } from './vocabulary';

/** How refusals speak of roles, moves and states. */
export const ROLE_NOUN: Record<Role, string> = {
  VIEWER: 'A viewer',
  REPORTER: 'A reporter',
  CHECKER: 'A checker',
  EDITOR: 'An editor',
  LAWYER: 'A lawyer',
  ADMIN: 'An administrator',
};

export const MOVE_WORDS: Record<Move, string> = {
  take: 'take',
  assign: 'assign',
  wait: 'put on wait',
  resume: 'resume',
  find: 'set the finding of',
  submit: 'submit',
  'sign-off': 'sign off',
  return: 'return',
  reopen: 'reopen',
  drop: 'drop',
  restore: 'restore',
};

export const PAST_WORDS: Record<Move, string> = {
  take: 'taken',
  assign: 'assigned',
  wait: 'put on wait',
  resume: 'resumed',
  find: 'given a finding',
  submit: 'submitted',
  'sign-off': 'signed off',
  return: 'returned',
  reopen: 'reopened',
  drop: 'dropped',
  restore: 'restored',
};

export const STATE_WORDS: Record<ClaimState, string> = {
  MARKED: 'marked and not taken',
  IN_CHECK: 'in check',
  WAITING: 'waiting for an answer',
  READY: 'at second read',
  SIGNED_OFF: 'signed off',
  REOPENED: 'reopened and not taken',
  DROPPED: 'dropped',
};
