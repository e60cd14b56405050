import { describe, expect, it } from 'vitest';
import { auditChanges } from './audit-changes';

describe('what an event changed, for people', () => {
  it('is told field by field, without the words of the program', () => {
    expect(auditChanges({ role: 'CHECKER' }, { role: 'EDITOR', sessionsEnded: 2 })).toEqual([
      { what: 'Role', from: 'checker', to: 'editor' },
      { what: 'Sessions ended', from: null, to: '2' },
    ]);
    expect(auditChanges({ state: 'IN_CHECK' }, { state: 'SIGNED_OFF' })[0]).toMatchObject({
      from: 'in check',
      to: 'signed off',
    });
  });

  it('is told in the desk’s words', () => {
    expect(auditChanges(null, { email: 'ana@desk.example', hint: 'stet_AbCd' })).toEqual([
      { what: 'E-mail', from: null, to: 'ana@desk.example' },
      { what: 'Begins with', from: null, to: 'stet_AbCd' },
    ]);
  });

  it('leaves out ids, hashes and what did not change', () => {
    expect(
      auditChanges(
        { id: 'a', assigneeId: 'b', prevHash: 'c', versionSha: 'd', name: 'Wire' },
        { id: 'e', assigneeId: 'f', prevHash: 'g', versionSha: 'h', name: 'Wire', version: 4 },
      ),
    ).toEqual([]);
  });

  it('writes out lists and parts, yes and no, and leaves nothing as nothing', () => {
    expect(
      auditChanges(null, {
        flags: ['CENTRAL', 'ANONYMOUS_SOURCE'],
        quantities: [{ value: 18, unit: 'drones', evidenceId: 'x' }],
        disabled: false,
        note: null,
        list: [],
      }),
    ).toEqual([
      { what: 'Flags', from: null, to: 'central, anonymous source' },
      { what: 'Quantities', from: null, to: 'value 18, unit drones' },
      { what: 'Disabled', from: null, to: 'no' },
    ]);
  });

  it('cuts long words, and never in the middle of a sign', () => {
    const [change] = auditChanges(null, { body: '🗞'.repeat(200) });
    expect([...(change?.to ?? '')]).toHaveLength(120);
    expect(change?.to?.isWellFormed()).toBe(true);
  });

  it.each([null, 'a word', 7, ['a list']])('is nothing when there are no fields: %j', (value) => {
    expect(auditChanges(value, value)).toEqual([]);
  });
});
