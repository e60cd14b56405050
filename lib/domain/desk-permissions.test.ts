import { describe, expect, it } from 'vitest';
import { DESK_ACTIONS, may, whyNot } from './desk-permissions';
import { ROLES } from './vocabulary';

describe('who may do what on the desk itself', () => {
  const onlyAdmins = DESK_ACTIONS.filter(
    (action) => action !== 'read-audit' && action !== 'verify-audit',
  );

  it.each(onlyAdmins)('leaves “%s” to administrators', (action) => {
    expect(ROLES.filter((role) => may(role, action))).toEqual(['ADMIN']);
  });

  it('lets editors and administrators read the audit log', () => {
    expect(ROLES.filter((role) => may(role, 'read-audit'))).toEqual(['EDITOR', 'ADMIN']);
  });

  it('lets everybody who answers for a check verify the audit log', () => {
    expect(ROLES.filter((role) => may(role, 'verify-audit'))).toEqual([
      'CHECKER',
      'EDITOR',
      'LAWYER',
      'ADMIN',
    ]);
  });

  it('says whom to ask', () => {
    expect(whyNot('add-user')).toBe('Only administrators can add people. Ask one of them.');
    expect(whyNot('read-audit')).toBe(
      'Only editors and administrators can read the audit log. Ask one of them.',
    );
  });
});
