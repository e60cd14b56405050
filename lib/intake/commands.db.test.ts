import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { database } from '@/lib/db/client';
import { COPY, newStory, openStaffedDesk, type People, refusalOf } from '@/lib/db/desk-fixture';
import { parseBlocks } from '@/lib/domain/blocks';
import type { Annotation } from '@/lib/domain/intake-proposal';
import { bringInClaims } from '@/lib/intake/claim-list-commands';
import { changeProposal, confirmIntake, dropIntake, proposeCopy } from '@/lib/intake/commands';
import { getIntake } from '@/lib/intake/queries';
import { getStoryDesk } from '@/lib/stories/queries';
import type { Prisma } from '@/prisma/generated/client';
import { draftBytes } from '../../test/drafts/drafts';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const PASTED = `Sunday, March 9, 2025\n${COPY}\nShare:\nFacebook\n`;

const propose = async (ctx = people.checker, pasted = PASTED) =>
  (await proposeCopy(ctx, { pasted })).id;

const at = (copy: string, words: string) => {
  const start = copy.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};

/** Puts annotations into a stored proposal, as reading a Word file would. */
async function annotate(intakeId: string, find: (copy: string) => Annotation[]): Promise<void> {
  const { proposal } = await database().intake.findUniqueOrThrow({ where: { id: intakeId } });
  const stored = proposal as { copy: string } & Prisma.JsonObject;
  const annotations = find(stored.copy) as unknown as Prisma.InputJsonArray;
  await database().intake.update({
    where: { id: intakeId },
    data: { proposal: { ...stored, annotations } as Prisma.InputJsonObject },
  });
}

describe('a proposal', () => {
  it('keeps what came, to the byte, and nothing of it is on the desk', async () => {
    const stories = await database().story.count();
    const file = bytes(`# Council closes bridge\n\n${COPY}`);
    const { id } = await proposeCopy(people.reporter, { file: { bytes: file, name: 'bridge.md' } });
    const row = await database().intake.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.bytes).equals(Buffer.from(file))).toBe(true);
    const preview = await getIntake(people.reporter, id);
    expect(preview?.proposal).toMatchObject({
      kind: 'MARKDOWN',
      name: 'bridge.md',
      headline: { value: 'Council closes bridge' },
    });
    expect(preview?.byteLength).toBe(file.length);
    expect(await database().story.count()).toBe(stories);
  });

  it('is seen by whoever brought it and by editors, and by nobody else', async () => {
    const id = await propose(people.reporter);
    expect(await getIntake(people.reporter, id)).not.toBe(null);
    expect(await getIntake(people.editor, id)).not.toBe(null);
    for (const other of [people.checker, people.lawyer, people.viewer, people.admin]) {
      expect(await getIntake(other, id)).toBe(null);
      const asked = [
        () => changeProposal(other, { intakeId: id, version: 1, headline: 'Mine' }),
        () => confirmIntake(other, { intakeId: id, version: 1, headline: 'Mine' }),
        () => dropIntake(other, id),
      ];
      for (const work of asked) expect((await refusalOf(work())).code).toBe('not-found');
    }
  });

  it('is refused to people who bring in no stories, and for what is no copy', async () => {
    for (const other of [people.lawyer, people.viewer, people.admin])
      expect((await refusalOf(proposeCopy(other, { pasted: COPY }))).code).toBe('not-allowed');
    expect((await refusalOf(proposeCopy(people.editor, { pasted: ' ' }))).message).toContain(
      'blank',
    );
    expect(
      (await refusalOf(proposeCopy(people.editor, { url: 'http://127.0.0.1/' }))).message,
    ).toContain('private network');
    expect(
      (await refusalOf(proposeCopy(people.editor, { pasted: COPY, url: 'http://a.example' })))
        .message,
    ).toContain('one of the three');
  });

  it('goes when nobody touched it for a week', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const { id: old } = await proposeCopy({ ...people.editor, now }, { pasted: COPY });
    const later = new Date('2026-01-07T23:00:00Z');
    const { id: young } = await proposeCopy({ ...people.editor, now: later }, { pasted: COPY });
    expect(await getIntake(people.editor, old)).not.toBe(null);
    const week = new Date('2026-01-08T00:00:01Z');
    await proposeCopy({ ...people.editor, now: week }, { pasted: COPY });
    expect(await getIntake(people.editor, old)).toBe(null);
    expect(await getIntake(people.editor, young)).not.toBe(null);
  });

  it('keeps changes, tells who made them, and refuses those made on an older state', async () => {
    const id = await propose();
    const aside = (await getIntake(people.checker, id))?.proposal.blocks ?? [];
    expect(aside.map(({ kind }) => kind)).toEqual([
      'FURNITURE',
      'HEADLINE',
      'BODY',
      'BODY',
      'FURNITURE',
      'FURNITURE',
    ]);
    await changeProposal(people.checker, {
      intakeId: id,
      version: 1,
      byline: 'Ada Quill',
      blocks: [
        { index: 0, excluded: false },
        { index: 2, kind: 'STANDFIRST' },
        { index: 3, excluded: true },
      ],
    });
    const preview = await getIntake(people.checker, id);
    expect(preview?.version).toBe(2);
    expect(preview?.proposal.byline).toEqual({
      value: 'Ada Quill',
      from: 'written in the preview',
    });
    expect(preview?.proposal.blocks.slice(0, 4)).toMatchObject([
      { kind: 'BODY', excluded: false, why: 'You put it back.' },
      { kind: 'HEADLINE' },
      { kind: 'STANDFIRST', excluded: false, why: 'You chose this.' },
      { kind: 'BODY', excluded: true, why: 'You set it aside.' },
    ]);
    const late = changeProposal(people.checker, { intakeId: id, version: 1, byline: null });
    expect((await refusalOf(late)).code).toBe('conflict');
    const lost = changeProposal(people.checker, {
      intakeId: id,
      version: 2,
      blocks: [{ index: 99, excluded: true }],
    });
    expect((await refusalOf(lost)).code).toBe('invalid');
  });

  it('has one headline: the one a person chose', async () => {
    const id = await propose();
    await changeProposal(people.checker, {
      intakeId: id,
      version: 1,
      blocks: [{ index: 2, kind: 'HEADLINE' }],
    });
    const blocks = (await getIntake(people.checker, id))?.proposal.blocks ?? [];
    expect(blocks.slice(1, 3).map(({ kind }) => kind)).toEqual(['SUBHEAD', 'HEADLINE']);
  });
});

describe('bringing it in', () => {
  it('makes a story of the confirmed blocks, with its file, and takes the proposal away', async () => {
    const id = await propose(people.reporter);
    const { storyId, version } = await confirmIntake(people.reporter, {
      intakeId: id,
      version: 1,
      headline: 'Night raid',
      byline: 'Tomasz Lenart',
      language: 'en-GB',
      publisher: 'The Paper',
      publishedAt: '2025-03-08',
      blocks: [{ index: 4, excluded: false }],
    });
    const story = await database().story.findUniqueOrThrow({
      where: { id: storyId },
      include: { currentVersion: { include: { file: true } } },
    });
    expect(story).toMatchObject({
      headline: 'Night raid',
      byline: 'Tomasz Lenart',
      language: 'en-GB',
      authorId: people.reporter.actor.id,
    });
    expect(story.currentVersion?.text).toBe(PASTED);
    expect(story.currentVersion?.sha256).toBe(version.sha256);
    expect(
      parseBlocks(story.currentVersion?.blocks).map(({ kind, excluded }) => [kind, excluded]),
    ).toEqual([
      ['FURNITURE', true],
      ['HEADLINE', false],
      ['BODY', false],
      ['BODY', false],
      ['BODY', false],
      ['FURNITURE', true],
    ]);
    expect(story.currentVersion?.file).toMatchObject({ kind: 'PASTE', name: null, url: null });
    expect(Buffer.from(story.currentVersion?.file?.bytes ?? []).toString('utf8')).toBe(PASTED);
    expect(await getIntake(people.reporter, id)).toBe(null);

    const shown = await getStoryDesk(people.reporter, storyId);
    const words = shown?.coverage.sentences.map(({ start, end }) => PASTED.slice(start, end));
    expect(words).not.toContain('Sunday, March 9, 2025');
    expect(words).not.toContain('Facebook');

    const [event] = await database().auditEvent.findMany({ where: { chain: storyId } });
    expect(event).toMatchObject({
      verb: 'story.imported',
      after: { kind: 'PASTE', setAside: 2, publisher: 'The Paper', publishedAt: '2025-03-08' },
    });
  });

  it('happens once, however often it is asked for', async () => {
    const id = await propose();
    const stories = await database().story.count();
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() =>
        confirmIntake(people.checker, { intakeId: id, version: 1, headline: 'Night raid' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database().story.count()).toBe(stories + 1);
  });

  const annotations = (copy: string): Annotation[] => [
    {
      kind: 'COMMENT',
      ...at(copy, '18 of the 24 drones'),
      author: 'Ana Ruiz',
      at: '2026-05-03T10:00:00Z',
      text: 'Whose count?',
      isResolved: false,
      answers: null,
    },
    {
      kind: 'COMMENT',
      ...at(copy, '18 of the 24 drones'),
      author: 'Tom',
      at: null,
      text: 'The air force’s.',
      isResolved: false,
      answers: 0,
    },
    { kind: 'FOOTNOTE', ...at(copy, 'four days'), text: 'City log, 4 May.', links: [] },
    { kind: 'LINK', ...at(copy, '15 drones'), url: 'https://odesa.example/post' },
    { kind: 'LINK', ...at(copy, 'hurt elsewhere'), url: 'https://odesa.example/post' },
    {
      kind: 'CHANGE',
      ...at(copy, '18 of'),
      before: '18 of',
      after: '17 of',
      author: 'Ana Ruiz',
      at: null,
    },
  ];

  it('turns comments, notes, links and changes into claims, sources and suggestions', async () => {
    const id = await propose(people.editor);
    await annotate(id, annotations);
    const { storyId, written, unplaced } = await confirmIntake(people.editor, {
      intakeId: id,
      version: 1,
      headline: 'Night raid',
    });
    expect([written, unplaced]).toEqual([{ claims: 4, notes: 2, sources: 3, changes: 1 }, 0]);

    const claims = await database().claim.findMany({
      where: { storyId },
      orderBy: { number: 'asc' },
      include: {
        anchors: true,
        notes: { orderBy: { id: 'asc' } },
        evidence: { include: { source: true } },
      },
    });
    expect(claims.map(({ number, exact, state }) => [number, exact, state])).toEqual([
      [1, '18 of the 24 drones', 'MARKED'],
      [2, 'It was the third raid in four days.', 'MARKED'],
      [3, 'In Odesa 15 drones were counted, and 12 were shot down.', 'MARKED'],
      [4, 'Nobody was hurt elsewhere.', 'MARKED'],
    ]);
    for (const { exact, anchors } of claims)
      for (const { start, end } of anchors) expect(PASTED.slice(start ?? 0, end ?? 0)).toBe(exact);
    expect(
      claims[0]?.notes.map(({ kind, body, threadId }) => [kind, body, threadId !== null]),
    ).toEqual([
      ['CHECK_NOTE', 'Comment in the draft by Ana Ruiz, 2026-05-03: Whose count?', false],
      ['REPLY', 'Comment in the draft by Tom: The air force’s.', true],
    ]);
    const evidence = claims.flatMap((claim) => claim.evidence);
    expect(evidence.map(({ source }) => [source.title, source.url])).toEqual([
      ['City log, 4 May.', null],
      ['15 drones (odesa.example)', 'https://odesa.example/post'],
      ['15 drones (odesa.example)', 'https://odesa.example/post'],
    ]);
    // Even from an editor: an import's evidence waits for a checker to look at it, and takes no side.
    for (const { acceptedAt, stance } of evidence)
      expect([acceptedAt, stance]).toEqual([null, 'CONTEXT']);
    const [change] = await database().suggestedChange.findMany({ where: { storyId } });
    expect(change).toMatchObject({
      before: '18 of',
      after: '17 of',
      draftAuthor: 'Ana Ruiz',
      decision: 'OPEN',
      claimId: claims[0]?.id,
    });
    const verbs = await database().auditEvent.groupBy({
      by: ['verb'],
      where: { chain: storyId },
      _count: true,
      orderBy: { verb: 'asc' },
    });
    expect(Object.fromEntries(verbs.map(({ verb, _count }) => [verb, _count]))).toEqual({
      'claim.marked': 4,
      'evidence.attached': 3,
      'note.written': 2,
      'source.added': 2,
      'story.imported': 1,
      'suggestion.made': 1,
    });
    expect(await verifyAudit(people.admin)).toMatchObject({ ok: true });
  });

  it('takes a Word draft with all that is written in it, and keeps the file', async () => {
    const file = new Uint8Array(draftBytes('office-court-list.docx'));
    const { id } = await proposeCopy(people.editor, { file: { bytes: file, name: 'court.docx' } });
    const preview = await getIntake(people.editor, id);
    const kinds = preview?.proposal.annotations.map(({ kind }) => kind) ?? [];
    expect(new Set(kinds)).toEqual(new Set(['COMMENT', 'FOOTNOTE', 'LINK', 'CHANGE']));
    const { storyId, version, written, unplaced } = await confirmIntake(people.editor, {
      intakeId: id,
      version: 1,
      headline: preview?.proposal.headline?.value ?? 'Court list',
    });
    expect(unplaced).toBe(0);
    expect(written.changes).toBe(kinds.filter((kind) => kind === 'CHANGE').length);
    const suggestions = await database().suggestedChange.findMany({ where: { storyId } });
    for (const { start, end, before } of suggestions)
      expect(preview?.proposal.copy.slice(start, end)).toBe(before);
    const claims = await database().claim.count({ where: { storyId } });
    expect(claims).toBe(written.claims);
    expect(claims).toBeGreaterThanOrEqual(4);
    const kept = await database().versionFile.findUniqueOrThrow({
      where: { versionId: version.id },
    });
    expect(Buffer.from(kept.bytes).equals(Buffer.from(file))).toBe(true);
  });

  it('uses a source of the library that has the link already, and leaves out what was not ticked', async () => {
    const known = await database().source.count({ where: { url: 'https://odesa.example/post' } });
    const id = await propose(people.editor);
    await annotate(id, annotations);
    const { written } = await confirmIntake(people.editor, {
      intakeId: id,
      version: 1,
      headline: 'Night raid',
      take: ['links'],
    });
    expect(written).toEqual({ claims: 2, notes: 0, sources: 2, changes: 0 });
    expect(await database().source.count({ where: { url: 'https://odesa.example/post' } })).toBe(
      known,
    );
  });

  it('writes nothing at all when one part of it cannot be written', async () => {
    const id = await propose(people.editor);
    await annotate(id, annotations);
    const before = [await database().story.count(), await database().claim.count()];
    const wrong = confirmIntake(people.editor, {
      intakeId: id,
      version: 1,
      headline: 'Night raid',
      authorId: '01900000-0000-7000-8000-000000000000',
    });
    expect((await refusalOf(wrong)).code).toBe('invalid');
    expect([await database().story.count(), await database().claim.count()]).toEqual(before);
    expect(await getIntake(people.editor, id)).not.toBe(null);
  });

  it('becomes a new version of a story when it was proposed for one', async () => {
    const story = await newStory(people.editor);
    const copy = COPY.replace('18 of the 24', '17 of the 24');
    const { id } = await proposeCopy(people.editor, {
      file: { bytes: bytes(copy), name: 'second.txt' },
      storyId: story.id,
    });
    await annotate(id, (text) => [
      { kind: 'LINK', ...at(text, '15 drones'), url: 'https://odesa.example/post' },
    ]);
    const { storyId, version, written } = await confirmIntake(people.editor, {
      intakeId: id,
      version: 1,
      headline: 'Night raid',
      reason: 'A corrected count',
    });
    expect([storyId, version.number, written.claims]).toEqual([story.id, 2, 1]);
    const row = await database().version.findUniqueOrThrow({
      where: { id: version.id },
      include: { file: true },
    });
    expect(row).toMatchObject({
      text: copy,
      reason: 'A corrected count',
      file: { name: 'second.txt' },
    });
    expect(await getIntake(people.editor, id)).toBe(null);
    expect(await verifyAudit(people.admin)).toMatchObject({ ok: true });
  });
});

describe('a list of claims', () => {
  it('is marked in the story, all of it, with its sources waiting', async () => {
    const story = await newStory(people.editor);
    const list =
      'quote,type,claimant,flags,source,link,excerpt,locator\n' +
      '18 of the 24 drones,numeric,Air force,central,Post,https://force.example/1,eighteen,¶ 2\n' +
      'third raid,,,,,,,\n';
    expect(await bringInClaims(people.checker, { storyId: story.id, bytes: bytes(list) })).toEqual({
      claims: 2,
      notes: 0,
      sources: 1,
      changes: 0,
    });
    const [claim] = await database().claim.findMany({
      where: { storyId: story.id },
      orderBy: { number: 'asc' },
      include: { attributions: true, evidence: true },
    });
    expect(claim).toMatchObject({
      exact: '18 of the 24 drones',
      type: 'NUMERIC',
      voice: 'ATTRIBUTED',
      flags: ['CENTRAL'],
      attributions: [{ party: 'Air force' }],
      evidence: [{ excerpt: 'eighteen', locator: '¶ 2', acceptedAt: null }],
    });
  });

  it('is refused with the line whose words do not stand in the copy, and marks nothing', async () => {
    const story = await newStory(people.editor);
    const list = 'quote\n18 of the 24 drones\n19 of the 24 drones\n';
    const refusal = await refusalOf(
      bringInClaims(people.checker, { storyId: story.id, bytes: bytes(list) }),
    );
    expect(refusal.message).toMatch(/^Line 3: The words “19 of the 24 drones” do not stand/);
    expect(await database().claim.count({ where: { storyId: story.id } })).toBe(0);
    const viewer = bringInClaims(people.viewer, { storyId: story.id, bytes: bytes(list) });
    expect((await refusalOf(viewer)).code).toBe('not-allowed');
  });
});
