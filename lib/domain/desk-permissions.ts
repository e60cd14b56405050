import { ROLE_LABELS } from './labels';
import { ROLES, type Role } from './vocabulary';

/** What can be done on the desk itself, beside the work on stories and claims. */
export const DESK_ACTIONS = [
  'see-people',
  'add-user',
  'change-role',
  'disable-user',
  'enable-user',
  'reset-password',
  'see-every-token',
  'revoke-any-token',
  'read-audit',
  'verify-audit',
] as const;
export type DeskAction = (typeof DESK_ACTIONS)[number];

const ADMINS: readonly Role[] = ['ADMIN'];

/** Who may do it. An administrator runs the desk and has no editorial rights by that alone. */
export const DESK_PERMISSIONS: Record<DeskAction, readonly Role[]> = {
  'see-people': ADMINS,
  'add-user': ADMINS,
  'change-role': ADMINS,
  'disable-user': ADMINS,
  'enable-user': ADMINS,
  'reset-password': ADMINS,
  'see-every-token': ADMINS,
  'revoke-any-token': ADMINS,
  'read-audit': ['EDITOR', 'ADMIN'],
  // Its answer says only whether the record is whole, and whoever relies on the record may ask.
  'verify-audit': ['CHECKER', 'EDITOR', 'LAWYER', 'ADMIN'],
};

const IN_WORDS: Record<DeskAction, string> = {
  'see-people': 'see the list of people',
  'add-user': 'add people',
  'change-role': 'change a role',
  'disable-user': 'disable an account',
  'enable-user': 'enable an account',
  'reset-password': 'reset a password',
  'see-every-token': 'see everybody’s API tokens',
  'revoke-any-token': 'revoke the API tokens of others',
  'read-audit': 'read the audit log',
  'verify-audit': 'verify the audit log',
};

export const may = (role: Role, action: DeskAction): boolean =>
  DESK_PERMISSIONS[action].includes(role);

/** Why `action` is refused and whom to ask, in two sentences. */
export function whyNot(action: DeskAction): string {
  const who = ROLES.filter((role) => DESK_PERMISSIONS[action].includes(role)).map(
    (role) => `${ROLE_LABELS[role].toLowerCase()}s`,
  );
  const list = who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : who[0];
  return `Only ${list} can ${IN_WORDS[action]}. Ask one of them.`;
}

/** What a role is for, in a line, for whoever gives it. */
export const ROLE_PURPOSES: Record<Role, string> = {
  VIEWER: 'Reads stories, claims and sheets.',
  REPORTER: 'Brings in stories, marks claims, hands over the backup.',
  CHECKER: 'Takes claims, records findings, second-reads others’ checks.',
  EDITOR: 'Assigns, second-reads, signs off, exports the sheet.',
  LAWYER: 'Reads everything, with the notes for the lawyer.',
  ADMIN: 'Runs the desk: people, tokens, the audit log. No editorial rights by itself.',
};
