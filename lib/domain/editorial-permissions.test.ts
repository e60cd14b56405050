import { describe, expect, it } from 'vitest';
import {
  EDITORIAL_ACTIONS,
  type EditorialAction,
  mayDo,
  mayReadNote,
  mayWriteNote,
  noteKindsFor,
  whyNotDo,
} from './editorial-permissions';
import { NOTE_KINDS, type NoteKind, ROLES, type Role, VISIBILITIES } from './vocabulary';

/** By hand from docs/domain.md: V viewer, R reporter, C checker, E editor, L lawyer, A administrator. */
const LETTER: Record<Role, string> = {
  VIEWER: 'V',
  REPORTER: 'R',
  CHECKER: 'C',
  EDITOR: 'E',
  LAWYER: 'L',
  ADMIN: 'A',
};

const ACTIONS: Record<EditorialAction, string> = {
  'import-story': 'RCE',
  'edit-story': 'CE',
  'add-version': 'RCE',
  'mark-claim': 'RCE',
  'edit-claim': 'CE',
  'place-claim': 'CE',
  'hand-on-claim': 'E',
  'attach-evidence': 'RCE',
  'judge-evidence': 'CE',
  'add-source': 'RCE',
  'edit-source': 'CE',
  'resolve-note': 'CE',
  'suggest-change': 'RCE',
  'export-sheet': 'CEL',
};

const WRITERS: Record<NoteKind, string> = {
  CHECK_NOTE: 'RCE',
  QUERY_AUTHOR: 'CEL',
  QUERY_EDITOR: 'RCEL',
  REPLY: 'RCEL',
  LEGAL: 'EL',
  HANDOVER: 'RCE',
  OVERRIDE: 'E',
};

describe('who does what beside the moves', () => {
  it.each(EDITORIAL_ACTIONS)('%s', (action) => {
    for (const role of ROLES)
      expect(`${role}: ${mayDo(role, action)}`).toBe(
        `${role}: ${ACTIONS[action].includes(LETTER[role])}`,
      );
    expect(whyNotDo(action)).toMatch(/^Only .*\.$/);
  });

  it('viewers and administrators do none of it', () => {
    for (const action of EDITORIAL_ACTIONS) {
      expect(mayDo('VIEWER', action)).toBe(false);
      expect(mayDo('ADMIN', action)).toBe(false);
    }
  });
});

describe('who writes which note', () => {
  it.each(NOTE_KINDS)('%s', (kind) => {
    for (const role of ROLES)
      expect(`${role}: ${mayWriteNote(role, kind)}`).toBe(
        `${role}: ${WRITERS[kind].includes(LETTER[role])}`,
      );
  });

  it.each(ROLES)('%s is offered the kinds they may write', (role) => {
    expect(noteKindsFor(role)).toEqual(NOTE_KINDS.filter((kind) => mayWriteNote(role, kind)));
  });
});

describe('who reads a note', () => {
  it.each([
    ['TEAM', 'VRCELA'],
    ['REVIEWERS', 'CEL'],
    ['LEGAL', 'EL'],
  ] as const)('for %s', (visibility, readers) => {
    for (const role of ROLES)
      expect(
        `${role}: ${mayReadNote({ id: 'reader', role }, { visibility, authorId: 'writer' })}`,
      ).toBe(`${role}: ${readers.includes(LETTER[role])}`);
  });

  it('everyone reads what they wrote themselves', () => {
    for (const visibility of VISIBILITIES)
      for (const role of ROLES)
        expect(mayReadNote({ id: 'writer', role }, { visibility, authorId: 'writer' })).toBe(true);
  });
});
