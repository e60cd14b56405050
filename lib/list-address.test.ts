import { expect, it } from 'vitest';
import { AuditLogAddress } from '@/lib/audit/schemas';
import { parseQueueView, queueHref } from '@/lib/claims/queue-view';
import { addressText, listHref, readListAddress } from '@/lib/list-address';

it.each([
  ['\0', null],
  [' \0 ', null],
  ['har\0bour', 'harbour'],
  ['\ud800', '\ufffd'],
  ['a\udc00b', 'a\ufffdb'],
  ['Київ 🙂', 'Київ 🙂'],
  [['first', 'second'], 'first'],
  [undefined, null],
  [[], null],
])('takes %j of an address as %j', (given, taken) => {
  expect(addressText(given)).toBe(taken);
});

it('is cut to a length, and well formed after that', () => {
  expect(addressText('🙂'.repeat(300), 201)).toBe(`${'🙂'.repeat(100)}\ufffd`);
  expect(addressText('x'.repeat(10_000))).toHaveLength(500);
  expect(readListAddress({ q: 'x'.repeat(10_000) }).text).toHaveLength(200);
});

it('leaves every list with text that a database takes', () => {
  const bad = 'a\0b\ud800';
  const well = 'ab\ufffd';
  expect(readListAddress({ q: bad, kind: bad, cursor: bad })).toEqual({
    text: well,
    kind: well,
    cursor: well,
  });
  const { view, ignored } = parseQueueView({ q: bad, cursor: bad, status: `open,${bad}` });
  expect([view.text, view.cursor, ignored]).toEqual([well, well, [well]]);
  expect(AuditLogAddress.parse({ what: bad, who: bad, cursor: bad })).toEqual({
    what: undefined,
    who: undefined,
    cursor: well,
  });
  expect(AuditLogAddress.parse({ what: 'claim.marked' })).toMatchObject({ what: 'claim.marked' });
});

it('comes back the same from the address it makes', () => {
  const address = { text: 'a & b', kind: null, cursor: 'c' };
  const query = Object.fromEntries(new URL(listHref('/x', address), 'http://x').searchParams);
  expect(readListAddress(query)).toEqual(address);
  expect(queueHref(parseQueueView({ q: 'one, two' }).view)).toBe('/queue?q=one,+two');
});
