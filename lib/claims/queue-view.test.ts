import { describe, expect, test } from 'vitest';
import {
  ANY_CLAIM,
  claimFilter,
  conditionCount,
  DESK_VIEWS,
  OPEN_STATUSES,
  parseQueueView,
  type QueueView,
  queueHref,
  showsSame,
} from '@/lib/claims/queue-view';

const STORY = '01a2074a-7f29-7482-9ca4-9844d676ca03';
const PERSON = '01a2074a-5d2a-7740-9172-92d930e6df30';

const read = (address: string) => {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(address.split('?')[1])) {
    query[name] ??= [];
    query[name].push(value);
  }
  return parseQueueView(query);
};

describe('an address of the queue', () => {
  test.each<[string, Partial<QueueView>]>([
    ['/queue', {}],
    ['/queue?status=in-check,waiting', { statuses: ['IN_CHECK', 'WAITING'] }],
    ['/queue?status=open', { statuses: OPEN_STATUSES }],
    ['/queue?type=date-time', { types: ['DATE_TIME'] }],
    [`/queue?story=${STORY}`, { storyId: STORY }],
    ['/queue?assignee=me', { assignee: 'me' }],
    [`/queue?assignee=${PERSON}`, { assignee: PERSON }],
    ['/queue?flag=anonymous-source', { flag: 'ANONYMOUS_SOURCE' }],
    ['/queue?overdue=true', { overdue: true }],
    ['/queue?q=18+of+24%2C+shot+down', { text: '18 of 24, shot down' }],
    ['/queue?sort=updated', { sort: 'updated', descending: true }],
    ['/queue?sort=updated&direction=asc', { sort: 'updated', descending: false }],
    ['/queue?direction=desc', { descending: true }],
    ['/queue?status=reopened&cursor=abc', { statuses: ['REOPENED'], cursor: 'abc' }],
  ])('%s is read, and written the same again', (address, expected) => {
    const { view, ignored } = read(address);
    expect(view).toEqual({ ...ANY_CLAIM, ...expected });
    expect(ignored).toEqual([]);
    expect(queueHref({ cursor: view.cursor }, view).replaceAll('%2C', ',')).toBe(
      address.replaceAll('%2C', ','),
    );
  });

  test.each<[string, Partial<QueueView>]>([
    ['/queue?status=waiting&status=in-check', { statuses: ['IN_CHECK', 'WAITING'] }],
    ['/queue?q=&status=&type=&assignee=&flag=&sort=due', {}],
    ['/queue?sort=-due', { descending: true }],
    ['/queue?sort=-updated', { sort: 'updated', descending: false }],
    ['/queue?overdue=on', { overdue: true }],
  ])('%s comes from a form, and means the same', (address, expected) => {
    expect(read(address)).toEqual({ view: { ...ANY_CLAIM, ...expected }, ignored: [] });
  });

  test('that asks for what is not there says what was left out, and shows the rest', () => {
    const { view, ignored } = read(
      "/queue?status=marked,gone&story=7&assignee='+OR+1=1&sort=colour&direction=up&flag=red",
    );
    expect(view).toEqual({ ...ANY_CLAIM, statuses: ['MARKED'] });
    expect(ignored).toEqual(['colour', 'up', 'gone', '7', "' OR 1=1", 'red']);
  });

  test('of another page is given up when the view changes', () => {
    const here = { ...ANY_CLAIM, cursor: 'abc', text: 'drones' };
    expect(queueHref({ flag: 'CENTRAL' }, here)).toBe('/queue?flag=central&q=drones');
    expect(queueHref({ text: null }, here)).toBe('/queue');
  });
});

describe('a view', () => {
  test('shows the same as another whatever its order and page', () => {
    expect(showsSame({ ...ANY_CLAIM, sort: 'updated', cursor: 'abc' }, ANY_CLAIM)).toBe(true);
    expect(showsSame({ ...ANY_CLAIM, overdue: true }, ANY_CLAIM)).toBe(false);
  });

  test('of one’s own claims asks for whoever reads it', () => {
    const mine = DESK_VIEWS.find(({ title }) => title === 'My open claims')?.view ?? ANY_CLAIM;
    const filter = claimFilter(mine, PERSON, new Date(0));
    expect(filter).toMatchObject({ assignee: PERSON, statuses: OPEN_STATUSES });
    expect(filter.overdueAt).toBeUndefined();
  });

  test('counts its conditions without the search', () => {
    expect(conditionCount({ ...ANY_CLAIM, text: 'drones' })).toBe(0);
    expect(conditionCount({ ...ANY_CLAIM, overdue: true, flag: 'MINOR' })).toBe(2);
  });
});
