import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, caller } from '@/lib/api/test-api';
import { verifyAudit } from '@/lib/audit/verify';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  attach,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { mayDo } from '@/lib/domain/editorial-permissions';
import type { Proposal } from '@/lib/domain/intake-proposal';
import { readDocx } from '@/lib/intake/docx';
import { writeNote } from '@/lib/notes/commands';
import { exportAnnotatedDraft } from '@/lib/sheets/export-draft';
import { hasWordDraft, listExports } from '@/lib/sheets/queries';
import { addSource } from '@/lib/sources/commands';
import { draftBytes, ofKind } from '@/test/drafts/drafts';

const FILE = 'word-court-list.docx';
let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let draft: Proposal;

beforeAll(async () => {
  desk = await openStaffedDesk();
  draft = await readDocx(draftBytes(FILE), FILE);
});
afterAll(() => desk.close());

/** A story that came as the Word file. */
async function wordStory(file = FILE): Promise<TestStory> {
  const story = await newStory(desk.people.reporter, { copy: draft.copy });
  const bytes = draftBytes(file);
  await database().versionFile.create({
    data: {
      versionId: story.versionId,
      kind: 'DOCX',
      name: FILE,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: Uint8Array.from(bytes),
    },
  });
  return story;
}

/** An edit that somebody suggests for these words of the copy. */
async function suggest(
  { actor, now }: Context,
  story: TestStory,
  before: string,
  after: string,
  decision: 'OPEN' | 'ACCEPTED' | 'REJECTED',
): Promise<void> {
  const start = draft.copy.indexOf(before);
  await database().suggestedChange.create({
    data: {
      id: newId(),
      storyId: story.id,
      versionId: story.versionId,
      start,
      end: start + before.length,
      before,
      after,
      decision,
      proposedById: actor.id,
      createdAt: now,
      ...(decision !== 'OPEN' && { decidedById: actor.id, decidedAt: now, decisionNote: 'Read.' }),
    },
  });
}

async function exported(ctx: Context, story: { id: string }) {
  const { stream, ...file } = await exportAnnotatedDraft(ctx, { storyId: story.id });
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return { ...file, bytes, proposal: await readDocx(bytes, FILE) };
}

describe('the annotated draft', () => {
  it('goes back with suggestions as tracked changes, findings and open queries as comments', async () => {
    const { checker, editor, reporter } = desk.people;
    const story = await wordStory();
    const deposits = await newClaim(checker, story, { quote: '23 deposits' });
    await makeMove(checker, deposits, 'take');
    await attach(checker, deposits, { excerpt: 'twenty-three deposits', locator: 'paragraph 31' });
    await makeMove(checker, deposits, 'find', { finding: 'VERIFIED' });
    await makeMove(checker, deposits, 'submit');
    await makeMove(editor, deposits, 'sign-off');
    const costs = await newClaim(checker, story, { quote: '€27,600' });
    await makeMove(checker, costs, 'take');
    const query = await writeNote(checker, {
      claimId: costs,
      kind: 'QUERY_AUTHOR',
      body: 'With or without costs?',
    });
    await newClaim(checker, story, { quote: 'Judge Maeve Corrigan' });
    await suggest(checker, story, '20 February', '21 February', 'OPEN');
    await suggest(
      checker,
      story,
      '“never lived in the house”',
      '“had never lived there”',
      'ACCEPTED',
    );
    await suggest(checker, story, 'Dunmara', 'Dunmore', 'REJECTED');
    // What came in as a tracked change is in the draft already.
    const [change] = ofKind(draft, 'CHANGE');
    await suggest(reporter, story, change?.before ?? '', change?.after ?? '', 'OPEN');

    const { proposal, fileName, mediaType } = await exported(editor, story);
    expect(fileName).toMatch(/-v1-annotated\.docx$/);
    expect(mediaType).toContain('wordprocessingml');
    expect(proposal.copy).toBe(draft.copy);
    expect(ofKind(proposal, 'CHANGE')).toHaveLength(ofKind(draft, 'CHANGE').length + 2);
    expect(ofKind(proposal, 'CHANGE')).toContainEqual(
      expect.objectContaining({ before: '20', after: '21', author: 'Maren Holt' }),
    );
    expect(ofKind(proposal, 'FOOTNOTE')).toEqual(ofKind(draft, 'FOOTNOTE'));
    const ours = ofKind(proposal, 'COMMENT').filter(({ text }) => text.startsWith('C-0'));
    expect(
      ours.map(({ start, end, author, text }) => [draft.copy.slice(start, end), author, text]),
    ).toEqual([
      [
        '23 deposits',
        'Maren Holt',
        'C-001: Verified. Signed off by Idris Vale.\nS-01 Morning report: “twenty-three deposits” (paragraph 31)',
      ],
      ['€27,600', 'Maren Holt', 'C-002, query to author: With or without costs?'],
    ]);
    expect(query).toBeDefined();
  });

  it('is listed and recorded with the hash of exactly the bytes that left', async () => {
    const { editor } = desk.people;
    const story = await wordStory();
    const { bytes } = await exported(editor, story);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await listExports(editor, story.id)).toMatchObject([
      { format: 'docx', part: null, sha256, bytes: bytes.length, by: 'Idris Vale' },
    ]);
    const event = await database().auditEvent.findFirstOrThrow({
      where: { chain: story.id, verb: 'sheet.exported' },
    });
    expect(event).toMatchObject({
      after: { format: 'docx', sha256, bytes: bytes.length },
      versionSha: story.sha256,
    });
    expect(await verifyAudit(editor)).toMatchObject({ ok: true });
  });

  it('names no protected source and holds no legal or reviewers’ note, whoever exports', async () => {
    const { checker, editor, lawyer } = desk.people;
    const story = await wordStory();
    const claimId = await newClaim(checker, story, { quote: '23 deposits' });
    await makeMove(checker, claimId, 'take');
    const { id } = await addSource(checker, {
      title: 'Talk with the court clerk',
      kind: 'INTERVIEW',
      creator: 'Fionnuala Grist',
      confidentiality: 'PROTECTED',
    });
    await attach(checker, claimId, { sourceId: id, excerpt: 'I, Grist, counted them.' });
    await writeNote(checker, {
      claimId,
      kind: 'QUERY_AUTHOR',
      body: 'Did Fionnuala Grist say 24?',
    });
    await writeNote(lawyer, { claimId, kind: 'LEGAL', body: 'Sueable without the judgment.' });
    await writeNote(checker, {
      claimId,
      kind: 'QUERY_EDITOR',
      visibility: 'REVIEWERS',
      body: 'Between us: is he lying?',
    });
    await makeMove(checker, claimId, 'find', { finding: 'VERIFIED' });
    for (const ctx of [checker, editor, lawyer]) {
      const { proposal } = await exported(ctx, story);
      const text = ofKind(proposal, 'COMMENT')
        .map((comment) => comment.text)
        .join('\n');
      expect(text).toContain('Protected source: “I, [protected], counted them.”');
      expect(text).toContain('Did [protected] say 24?');
      expect(text).not.toMatch(/Grist|Fionnuala|court clerk|Sueable|lying/);
    }
  });

  it('is for those who may export, and for stories that came as a Word file', async () => {
    const story = await wordStory();
    expect(await hasWordDraft(desk.people.editor, story.id)).toBe(true);
    for (const ctx of Object.values(desk.people)) {
      if (mayDo(ctx.actor.role, 'export-sheet')) continue;
      expect(await refusalOf(exported(ctx, story))).toMatchObject({ code: 'not-allowed' });
    }
    const pasted = await newStory(desk.people.reporter);
    expect(await hasWordDraft(desk.people.editor, pasted.id)).toBe(false);
    expect(await refusalOf(exported(desk.people.editor, pasted))).toMatchObject({
      code: 'rule',
      message: expect.stringContaining('did not come as a Word file'),
    });
    expect(await refusalOf(exported(desk.people.editor, { id: newId() }))).toMatchObject({
      code: 'not-found',
    });
    expect(await listExports(desk.people.editor, pasted.id)).toEqual([]);
  });

  it('is not written into a file whose words are not the version’s', async () => {
    const story = await wordStory('word-utf16.docx');
    expect(await refusalOf(exported(desk.people.editor, story))).toMatchObject({
      code: 'conflict',
    });
  });

  it('is a call of the API', async () => {
    const story = await wordStory();
    const { token } = await caller('CHECKER', 'Script');
    const path = `/stories/${story.id}/draft.docx`;
    const headers = { authorization: `Bearer ${token}` };
    const answered = await call('GET', path, { headers });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-disposition')).toContain('-v1-annotated.docx');
    expect(answered.text.startsWith('PK')).toBe(true);
    const nowhere = `/stories/${crypto.randomUUID()}/draft.docx`;
    expect(await call('GET', nowhere, { headers })).toMatchObject({ status: 404 });
  });
});
