import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import {
  COPY,
  claimIn,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { parseBlocks } from '@/lib/domain/blocks';
import { sha256 } from '@/lib/sha256';
import { editStory, importStory } from '@/lib/stories/commands';
import { getStoryDesk, getVersion } from '@/lib/stories/queries';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

const storyRow = (id: string) => database().story.findUniqueOrThrow({ where: { id } });
const eventsOf = (chain: string) =>
  database().auditEvent.findMany({ where: { chain }, orderBy: { seq: 'asc' } });

describe('bringing in a story', () => {
  it('leaves the story, its first version, its blocks and its record', async () => {
    const now = new Date('2026-05-04T09:00:00Z');
    const { id, slug, version } = await importStory(
      { ...people.reporter, now },
      { headline: 'Two cities, one night', copy: COPY, dueAt: new Date('2026-05-04T14:00:00Z') },
    );
    expect({ slug, version }).toMatchObject({
      slug: 'two-cities-one-night',
      version: { number: 1, sha256: sha256(COPY) },
    });
    expect(await storyRow(id)).toMatchObject({
      headline: 'Two cities, one night',
      language: 'en',
      risk: 'NORMAL',
      scope: 'FULL',
      authorId: people.reporter.actor.id,
      createdById: people.reporter.actor.id,
      currentVersionId: version.id,
      createdAt: now,
      updatedAt: now,
    });
    const stored = await getVersion(people.viewer, id, 1);
    expect(stored?.text).toBe(COPY);
    expect(stored?.blocks.map(({ kind }) => kind)).toEqual(['HEADLINE', 'BODY', 'BODY']);
    expect(await eventsOf(id)).toMatchObject([
      {
        seq: 1,
        verb: 'story.imported',
        actorId: people.reporter.actor.id,
        at: now,
        before: null,
        after: { slug, sha256: version.sha256, characters: COPY.length, version: 1 },
        versionSha: version.sha256,
      },
    ]);
  });

  it.each([
    ['no-break spaces', 'At 2:30\u00a0a.m. “so”\u202f…'],
    ['Windows line ends', 'One.\r\n\r\nTwo.\r\n'],
    ['old line ends', 'One.\r\rTwo.\r'],
    ['spaces at either end', '  \n One. \t\n\n '],
    [
      'emoji, Cyrillic, combined letters and right-to-left text',
      '🙂👩‍👩‍👧 Київ cafe\u0301 שלום مرحبا',
    ],
    ['invisible characters', 'so\u00adft \ufeffwords\u200b'],
    ['letters that look composed and are not', 'e\u0301 é'],
  ])('keeps %s to the character', async (_what, copy) => {
    const story = await newStory(people.checker, { copy });
    expect((await getVersion(people.checker, story.id, 1))?.text).toBe(copy);
    expect(story.sha256).toBe(sha256(copy));
    const { blocks } = await database().version.findFirstOrThrow({ where: { storyId: story.id } });
    for (const { start, end } of parseBlocks(blocks)) expect(copy.slice(start, end)).not.toBe('');
  });

  it('thirty thousand words arrive whole', async () => {
    const copy = Array.from(
      { length: 600 },
      (_, i) => `Paragraph ${i} ${'has words '.repeat(25)}.`,
    ).join('\n\n');
    expect(copy.split(/\s+/).length).toBeGreaterThan(30_000);
    const story = await newStory(people.checker, { copy });
    const read = await getStoryDesk(people.checker, story.id);
    expect(read?.copy).toBe(copy);
    expect(read?.blocks).toHaveLength(600);
  });

  it.each([
    ['nothing', ''],
    ['blank space', ' \n\t '],
    ['a NUL', 'a\u0000b'],
    ['half of a character', 'a\ud83d b'],
    ['more than fits', 'x'.repeat(2_000_001)],
  ])('%s is refused with a sentence, and nothing is left of it', async (_what, copy) => {
    const count = () => database().story.count();
    const before = await count();
    const refusal = await refusalOf(newStory(people.checker, { copy }));
    expect(refusal).toMatchObject({ code: 'invalid', fields: { copy: [refusal.message] } });
    expect(await count()).toBe(before);
  });

  it.each(['viewer', 'lawyer', 'admin'] as const)('is not for a %s', async (who) => {
    expect(await refusalOf(newStory(people[who]))).toMatchObject({
      code: 'not-allowed',
      message: 'Only reporters, checkers and editors bring in stories.',
    });
  });

  it('a reporter is the author; a checker or editor says whose it is, or nobody’s', async () => {
    expect((await storyRow((await newStory(people.reporter)).id)).authorId).toBe(
      people.reporter.actor.id,
    );
    expect((await storyRow((await newStory(people.editor)).id)).authorId).toBeNull();
    const given = await newStory(people.editor, { authorId: people.second.actor.id });
    expect((await storyRow(given.id)).authorId).toBe(people.second.actor.id);
  });

  it.each(['authorId', 'leadCheckerId'] as const)(
    '%s has to be somebody of the desk',
    async (field) => {
      const refusal = await refusalOf(newStory(people.editor, { [field]: newId() }));
      expect(refusal.fields[field]).toEqual([
        'This person has no account here. Choose somebody of the list.',
      ]);
    },
  );

  it('a part of the text wants to be named', async () => {
    const refusal = await refusalOf(newStory(people.editor, { scope: 'PARTIAL' }));
    expect(refusal.fields['scopeNote']).toEqual(['Say which part is to be checked.']);
    const story = await newStory(people.editor, { scope: 'PARTIAL', scopeNote: 'The figures.' });
    expect(await storyRow(story.id)).toMatchObject({ scope: 'PARTIAL', scopeNote: 'The figures.' });
  });

  it('a slug is made from the headline, and another one where that is taken', async () => {
    const slugs = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const { slug } = await importStory(people.editor, { headline: 'Same words', copy: COPY });
      expect(slug).toMatch(/^same-words(?:-[0-9a-f]{8})?$/);
      slugs.add(slug);
    }
    expect(slugs.size).toBe(3);
    const { slug } = await importStory(people.editor, { headline: 'Дрони над Києвом', copy: COPY });
    expect(slug).toMatch(/^story/);
  });

  it('a slug that somebody gave and that is taken is refused', async () => {
    await newStory(people.editor, { slug: 'night-raid-2' });
    const refusal = await refusalOf(newStory(people.editor, { slug: 'night-raid-2' }));
    expect(refusal.fields['slug']).toEqual([
      'Another story is filed as “night-raid-2”. Choose another slug.',
    ]);
  });

  it('stories of one headline that come at the same moment all arrive, each with a slug', async () => {
    const stories = await Promise.all(
      Array.from({ length: 10 }, () => newStory(people.editor, { headline: 'At once' })),
    );
    const slugs = await database().story.findMany({
      where: { id: { in: stories.map(({ id }) => id) } },
      select: { slug: true },
    });
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(10);
  });

  it('of two stories that ask for one slug at the same moment, one gets it', async () => {
    const asking = Array.from({ length: 4 }, () => newStory(people.editor, { slug: 'wanted' }));
    const results = await Promise.allSettled(asking);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect((await refusalOf(Promise.reject(result.reason))).fields).toHaveProperty('slug');
  });
});

describe('changing a story’s details', () => {
  it('writes what is given, and records both sides', async () => {
    const { id } = await newStory(people.reporter);
    const now = new Date('2026-05-04T10:00:00Z');
    const dueAt = new Date('2026-05-04T15:00:00Z');
    await editStory(
      { ...people.editor, now },
      { storyId: id, version: 1, headline: 'Another headline', dueAt, risk: 'HIGH' },
    );
    expect(await storyRow(id)).toMatchObject({
      headline: 'Another headline',
      dueAt,
      risk: 'HIGH',
      version: 2,
      updatedAt: now,
      authorId: people.reporter.actor.id,
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      verb: 'story.edited',
      before: { headline: 'Night raid', dueAt: null, risk: 'NORMAL' },
      after: { headline: 'Another headline', dueAt: dueAt.toISOString(), risk: 'HIGH' },
    });
  });

  it('is refused on a stale version, and nothing is written (I18)', async () => {
    const { id } = await newStory(people.reporter);
    await editStory(people.editor, { storyId: id, version: 1, headline: 'First' });
    const late = editStory(people.checker, { storyId: id, version: 1, headline: 'Second' });
    expect((await refusalOf(late)).code).toBe('conflict');
    expect(await storyRow(id)).toMatchObject({ headline: 'First', version: 2 });
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it.each(['reporter', 'viewer', 'lawyer', 'admin'] as const)('is not for a %s', async (who) => {
    const { id } = await newStory(people.reporter);
    const work = editStory(people[who], { storyId: id, version: 1, headline: 'x' });
    expect((await refusalOf(work)).code).toBe('not-allowed');
  });

  it('keeps a scope and its note together', async () => {
    const { id } = await newStory(people.reporter);
    const partial = editStory(people.editor, { storyId: id, version: 1, scope: 'PARTIAL' });
    expect((await refusalOf(partial)).fields).toHaveProperty('scopeNote');
    await editStory(people.editor, {
      storyId: id,
      version: 1,
      scope: 'PARTIAL',
      scopeNote: 'The figures.',
    });
    const blank = editStory(people.editor, { storyId: id, version: 2, scopeNote: null });
    expect((await refusalOf(blank)).fields).toHaveProperty('scopeNote');
  });

  it('a story that is not there is said to be not there', async () => {
    const work = editStory(people.editor, { storyId: newId(), version: 1, headline: 'x' });
    expect((await refusalOf(work)).code).toBe('not-found');
  });
});

describe('reading a story', () => {
  it('its claims stand in the order of the text, dropped ones last, and the counts are theirs (I20)', async () => {
    const story = await newStory(people.reporter);
    const dropped = await claimIn('DROPPED', story, people);
    const ready = await claimIn('READY', story, people);
    const signed = await claimIn('SIGNED_OFF', story, people);
    const read = await getStoryDesk(people.viewer, story.id);
    expect(read?.claims.map(({ id }) => id)).toEqual([ready, signed, dropped]);
    expect(read?.counts).toEqual({ READY: 1, VERIFIED: 1, DROPPED: 1 });
    expect(read?.copy).toBe(COPY);
  });

  it('one that is not there is null', async () => {
    expect(await getStoryDesk(people.viewer, newId())).toBeNull();
    expect(await getVersion(people.viewer, newId(), 1)).toBeNull();
  });
});
