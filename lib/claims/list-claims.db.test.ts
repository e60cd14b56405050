import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ClaimFilter, countClaims, listClaims } from '@/lib/claims/list-claims';
import { database } from '@/lib/db/client';
import { newStory, openStaffedDesk, type People, type TestStory } from '@/lib/db/desk-fixture';
import { exportClaims } from '@/lib/sheets/export-claims';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let busy: TestStory;
let late: TestStory;

/** More hits of one word than a search reads, and after them a story with a few more. */
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  busy = await newStory(people.reporter);
  late = await newStory(people.reporter);
  await fill(busy, 2_500);
  await fill(late, 7);
});
afterAll(() => desk.close());

const fill = (story: TestStory, claims: number) => database().$executeRaw`
  INSERT INTO claim (id, story_id, number, exact, type, voice, marked_by_id, created_at, updated_at)
  SELECT gen_random_uuid(), ${story.id}::uuid, n, 'Drone ' || n, 'STATEMENT', 'OWN',
    ${people.reporter.actor.id}::uuid, now(), now() FROM generate_series(1, ${claims}) n`;

/** How many claims the page, the count and the file have. */
async function counted(filter: ClaimFilter): Promise<[number, number, number]> {
  const { claims } = await listClaims(people.editor, {
    filter,
    sort: 'newest',
    descending: true,
    limit: 1_000,
    cursor: null,
  });
  const { stream } = exportClaims(people.editor, { filter, bom: false });
  const file: string[][] = parse(await new Response(stream).text());
  return [claims.length, await countClaims(people.editor, filter), file.length - 1];
}

it('a common word finds the claims of the story asked for, however many others have it', async () => {
  expect(await counted({ text: 'drone', storyId: late.id })).toEqual([7, 7, 7]);
  expect(await counted({ text: 'drone 3', storyId: late.id })).toEqual([1, 1, 1]);
  expect(await counted({ text: 'dro', storyId: late.id, statuses: ['READY'] })).toEqual([0, 0, 0]);
  expect(await counted({ text: 'drone', assignee: people.editor.actor.id })).toEqual([0, 0, 0]);
});

it('a ref finds the claims of this number', async () => {
  expect(await counted({ text: ' c-007 ' })).toEqual([2, 2, 2]);
  expect(await counted({ text: 'C-2500', storyId: late.id })).toEqual([0, 0, 0]);
});

it.each(['…', '?!', '🙂', '“”', '\0'])('what holds no word, “%s”, finds nothing', async (text) => {
  expect(await counted({ text })).toEqual([0, 0, 0]);
});

it('pages through a search without a claim twice or left out', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listClaims(people.editor, {
      filter: { text: 'drone', storyId: late.id },
      sort: 'due',
      descending: false,
      limit: 3,
      cursor,
    });
    seen.push(...page.claims.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
});
