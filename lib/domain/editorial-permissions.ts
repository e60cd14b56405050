import { type NoteKind, type Role, VISIBILITIES, type Visibility } from './vocabulary';

/** What people do on stories and claims beside the moves, which have their own table in `claim-moves.ts`. */
export const EDITORIAL_ACTIONS = [
  'import-story',
  'edit-story',
  'add-version',
  'mark-claim',
  'edit-claim',
  'place-claim',
  'hand-on-claim',
  'attach-evidence',
  'judge-evidence',
  'add-source',
  'edit-source',
  'resolve-note',
  'suggest-change',
  'export-sheet',
] as const;
export type EditorialAction = (typeof EDITORIAL_ACTIONS)[number];

const WRITERS: readonly Role[] = ['REPORTER', 'CHECKER', 'EDITOR'];
const CHECKERS: readonly Role[] = ['CHECKER', 'EDITOR'];

export const EDITORIAL_PERMISSIONS: Record<EditorialAction, readonly Role[]> = {
  'import-story': WRITERS,
  'edit-story': CHECKERS,
  // Bring in a further text of the story, by hand or by writing accepted changes into it.
  'add-version': WRITERS,
  'mark-claim': WRITERS,
  'edit-claim': CHECKERS,
  // Say which words of the copy are the claim's: choose, mark anew, accept, split, merge.
  'place-claim': CHECKERS,
  'hand-on-claim': ['EDITOR'],
  'attach-evidence': WRITERS,
  // Accept a reporter's evidence, remove any, say why evidence against does not hold.
  'judge-evidence': CHECKERS,
  'add-source': WRITERS,
  'edit-source': CHECKERS,
  'resolve-note': CHECKERS,
  'suggest-change': WRITERS,
  'export-sheet': ['CHECKER', 'EDITOR', 'LAWYER'],
};

const REFUSALS: Record<EditorialAction, string> = {
  'import-story': 'Only reporters, checkers and editors bring in stories.',
  'edit-story': 'Only checkers and editors change a story’s details.',
  'add-version': 'Only reporters, checkers and editors bring in a new version.',
  'mark-claim': 'Only reporters, checkers and editors mark claims.',
  'edit-claim': 'Only checkers and editors change a claim.',
  'place-claim': 'Only checkers and editors say which words a claim stands for.',
  'hand-on-claim': 'Only an editor hands a claim to somebody else.',
  'attach-evidence': 'Only reporters, checkers and editors attach evidence.',
  'judge-evidence': 'Only checkers and editors accept, change or remove evidence.',
  'add-source': 'Only reporters, checkers and editors add sources.',
  'edit-source': 'Only checkers and editors change a source.',
  'resolve-note': 'Only checkers and editors close a query.',
  'suggest-change': 'Only reporters, checkers and editors suggest other words.',
  'export-sheet': 'Only checkers, editors and lawyers export the sheet.',
};

export const mayDo = (role: Role, action: EditorialAction): boolean =>
  EDITORIAL_PERMISSIONS[action].includes(role);

export const whyNotDo = (action: EditorialAction): string => REFUSALS[action];

/** Whether a suggested change is this person's to accept or turn down: the story's author, and editors. */
export const mayDecideChange = (
  actor: { id: string; role: Role },
  storyAuthorId: string | null,
): boolean =>
  actor.role === 'EDITOR' || (actor.id === storyAuthorId && WRITERS.includes(actor.role));

/** Who writes which kind of note. */
const NOTE_WRITERS: Record<NoteKind, readonly Role[]> = {
  CHECK_NOTE: WRITERS,
  QUERY_AUTHOR: ['CHECKER', 'EDITOR', 'LAWYER'],
  QUERY_EDITOR: ['REPORTER', 'CHECKER', 'LAWYER', 'EDITOR'],
  REPLY: ['REPORTER', 'CHECKER', 'EDITOR', 'LAWYER'],
  LEGAL: ['LAWYER', 'EDITOR'],
  HANDOVER: WRITERS,
  OVERRIDE: ['EDITOR'],
};

export const mayWriteNote = (role: Role, kind: NoteKind): boolean =>
  NOTE_WRITERS[kind].includes(role);

/** The kinds of note `role` may write, in the order to offer them; empty when none. */
export const noteKindsFor = (role: Role): NoteKind[] =>
  (Object.keys(NOTE_WRITERS) as NoteKind[]).filter((kind) => mayWriteNote(role, kind));

const NOTE_READERS: Record<Visibility, readonly Role[]> = {
  TEAM: ['VIEWER', 'REPORTER', 'CHECKER', 'EDITOR', 'LAWYER', 'ADMIN'],
  REVIEWERS: ['CHECKER', 'EDITOR', 'LAWYER'],
  LEGAL: ['EDITOR', 'LAWYER'],
};

/** Everyone reads what they wrote; otherwise the note's visibility decides. */
export const mayReadNote = (
  reader: { id: string; role: Role },
  note: { visibility: Visibility; authorId: string },
): boolean => reader.id === note.authorId || NOTE_READERS[note.visibility].includes(reader.role);

/** What a note is read by: a legal note by lawyers and editors only, a reply by nobody whom its thread is kept from. */
export function noteVisibility(
  kind: NoteKind,
  wanted: Visibility | undefined,
  ofThread: Visibility | undefined,
): Visibility {
  const least = ofThread ?? (kind === 'LEGAL' ? 'LEGAL' : 'TEAM');
  const narrower = VISIBILITIES.indexOf(wanted ?? least) > VISIBILITIES.indexOf(least);
  return narrower && wanted !== undefined ? wanted : least;
}
