import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  attach,
  change,
  claimIn,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { SECTION_HEADS, SHEET_SECTIONS } from '@/lib/domain/sheet-sections';
import { CLAIM_STATES, ROLES, type Role } from '@/lib/domain/vocabulary';
import { removeEvidence } from '@/lib/evidence/commands';
import { writeNote } from '@/lib/notes/commands';
import { exportSheet } from '@/lib/sheets/export-sheet';
import { getSheet, listExports, type SheetPreview } from '@/lib/sheets/queries';
import type { ExportSheet } from '@/lib/sheets/schemas';
import { addSource } from '@/lib/sources/commands';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
/** With a claim in every state; tests only read it. */
let busy: TestStory;

beforeAll(async () => {
  desk = await openStaffedDesk();
  busy = await newStory(desk.people.reporter);
  for (const state of CLAIM_STATES) await claimIn(state, busy, desk.people);
});
afterAll(() => desk.close());

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream).arrayBuffer());

async function exported(ctx: Context, input: ExportSheet) {
  const file = await exportSheet(ctx, input);
  return { ...file, bytes: await bytesOf(file.stream) };
}

async function table(ctx: Context, story: TestStory, part: ExportSheet['part'] = 'claims') {
  const { bytes } = await exported(ctx, { storyId: story.id, format: 'csv', part });
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  return rows;
}

async function preview(ctx: Context, story: TestStory): Promise<SheetPreview> {
  const sheet = await getSheet(ctx, story.id);
  if (sheet === null) throw new Error('The story has no sheet.');
  return sheet;
}

describe('the sheet of a story', () => {
  it('has every claim in exactly one section, and counts that equal the rows', async () => {
    const { facts, rows } = await preview(desk.people.editor, busy);
    expect(rows).toHaveLength(CLAIM_STATES.length);
    for (const section of SHEET_SECTIONS)
      expect(rows.filter((row) => row.section === section)).toHaveLength(
        facts.counts.sections[section],
      );
    expect(facts.counts).toMatchObject({ marked: 6, signedOff: 1, open: 5, dropped: 1 });
    expect(facts.verdict).toMatchObject({
      answer: 'blocked',
      reasons: [
        'four claims are still being checked',
        'one claim waits for a second reader',
        'nobody has looked at six sentences in full',
      ],
    });
  });

  it('names the text by number and hash, and the end of the record', async () => {
    const { facts } = await preview(desk.people.editor, busy);
    expect(facts.text).toMatchObject({ number: 1, sha256: busy.sha256 });
    const last = await database().auditEvent.findFirstOrThrow({
      where: { chain: busy.id },
      orderBy: { seq: 'desc' },
    });
    expect(facts.audit).toEqual({ events: last.seq, head: last.hash });
  });

  it('says who checked, who signed off, in which text, and what it rests on', async () => {
    const [verified] = (await preview(desk.people.editor, busy)).rows;
    expect(verified).toMatchObject({
      ref: 'C-005',
      where: '¶ 1',
      checkedBy: 'Maren Holt',
      reviewedBy: 'Idris Vale',
      approvedWording: '18 of the 24 drones',
      isUnchanged: true,
      checkedText: busy.sha256,
      best: { excerpt: 'Of 24 drones 18 were destroyed.', locator: 'line 2' },
      isPrimary: true,
    });
  });

  it('says why a claim was dropped or reopened, and what is asked and unanswered', async () => {
    const { rows } = await preview(desk.people.editor, busy);
    const byStatus = new Map(rows.map((row) => [row.status, row]));
    expect(byStatus.get('DROPPED')?.notes).toEqual(['Reason: The text was cut.']);
    expect(byStatus.get('REOPENED')?.notes).toEqual(['Reason: A newer count came in.']);
    expect(byStatus.get('WAITING')?.openQueries).toEqual([
      'Maren Holt, query to author: Whose count is that?',
    ]);
  });

  it('numbers sources by first use, and removing evidence does not move the numbers', async () => {
    const { checker, editor, reporter } = desk.people;
    const story = await newStory(reporter);
    const claimId = await newClaim(checker, story);
    await makeMove(checker, claimId, 'take');
    const first = await attach(checker, claimId, { source: { title: 'First', kind: 'OTHER' } });
    await attach(checker, claimId, { source: { title: 'Second', kind: 'OTHER' } });
    await removeEvidence(checker, { evidenceId: first, reason: 'The wrong report.' });
    const { sources, rows, evidence } = await preview(editor, story);
    expect(sources.map(({ ref, title, usedIn }) => [ref, title, usedIn])).toEqual([
      ['S-01', 'First', []],
      ['S-02', 'Second', ['C-001']],
    ]);
    expect(rows[0]?.sources).toEqual(['S-02 Second']);
    expect(evidence).toHaveLength(2);
  });

  it('counts overrides and single-person checks as many as it lists', async () => {
    const { editor, checker, reporter } = desk.people;
    const story = await newStory(reporter);
    const claimId = await newClaim(checker, story);
    await writeNote(editor, { claimId, kind: 'OVERRIDE', body: 'The minister is on air at six.' });
    const { facts } = await preview(editor, story);
    expect(facts.counts.overrides).toBe(1);
    expect(facts.overrides).toEqual([
      expect.objectContaining({ claimRef: 'C-001', by: 'Idris Vale', kind: 'override' }),
    ]);
  });
});

describe('an export', () => {
  it('is listed and recorded with the hash and size of exactly the bytes that left', async () => {
    const { editor, reporter, checker } = desk.people;
    const story = await newStory(reporter);
    await claimIn('SIGNED_OFF', story, { checker, editor });
    for (const format of ['xlsx', 'csv', 'zip', 'json'] as const) {
      const { bytes } = await exported(editor, { storyId: story.id, format });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const row = (await listExports(editor, story.id)).find((each) => each.format === format);
      expect(row).toMatchObject({ sha256, bytes: bytes.length, by: 'Idris Vale' });
      const event = await database().auditEvent.findFirstOrThrow({
        where: { chain: story.id },
        orderBy: { seq: 'desc' },
      });
      expect(event).toMatchObject({
        verb: 'sheet.exported',
        versionSha: story.sha256,
        after: { exportId: row?.id, format, sha256, bytes: bytes.length },
      });
    }
    expect(await verifyAudit(editor)).toMatchObject({ ok: true });
  });

  it('that breaks off is listed and recorded without a hash', async () => {
    const { editor, reporter } = desk.people;
    const story = await newStory(reporter);
    const { stream } = await exportSheet(editor, { storyId: story.id, format: 'xlsx' });
    await stream.cancel();
    await expect
      .poll(
        () =>
          database().auditEvent.findFirst({
            where: { chain: story.id, verb: 'sheet.exported' },
            select: { after: true },
          }),
        { timeout: 30_000 },
      )
      .toMatchObject({ after: { sha256: null } });
    expect(await listExports(editor, story.id)).toMatchObject([{ sha256: null }]);
  });

  it('of a story that is not there is refused before the first byte', async () => {
    const nowhere = { storyId: crypto.randomUUID(), format: 'csv' as const };
    expect(await refusalOf(exportSheet(desk.people.editor, nowhere))).toMatchObject({
      code: 'not-found',
    });
  });

  const MAY: readonly Role[] = ['CHECKER', 'EDITOR', 'LAWYER'];
  it.each(ROLES.filter((role) => !MAY.includes(role)))(
    'is refused to a %s, and nothing is listed',
    async (role) => {
      const { reporter, editor } = desk.people;
      const story = await newStory(reporter);
      const ctx = { ...editor, actor: { ...editor.actor, role } };
      const refusal = await refusalOf(exportSheet(ctx, { storyId: story.id, format: 'xlsx' }));
      expect(refusal).toMatchObject({
        code: 'not-allowed',
        message: 'Only checkers, editors and lawyers export the sheet.',
      });
      expect(await listExports(editor, story.id)).toEqual([]);
    },
  );
});

describe('the files', () => {
  it('of a workbook have a tab for each section, with a row for each claim', async () => {
    const { bytes, fileName } = await exported(desk.people.lawyer, {
      storyId: busy.id,
      format: 'xlsx',
      zone: 'Europe/London',
    });
    expect(fileName).toMatch(/^night-raid[\w-]*-v1-sheet\.xlsx$/);
    const parts = unzipSync(bytes);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const tabs = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(
      ([, tab]) => tab,
    );
    expect(tabs).toEqual([
      'Front page',
      ...SHEET_SECTIONS.map((section) => SECTION_HEADS[section].tab),
      'G Sources',
      'H Evidence',
      'K Overrides',
      'K Set aside',
      'K Audit extract',
    ]);
    const rows = (tab: string) =>
      part(`xl/worksheets/sheet${tabs.indexOf(tab) + 1}.xml`).split('<row ').length - 2;
    expect([rows('A Verified'), rows('Still open'), rows('Dropped')]).toEqual([1, 5, 1]);
    expect(part('xl/worksheets/sheet1.xml')).toContain('Not clear for publication.');
  });

  it('of CSV are the claims with their section, the evidence, and the sources', async () => {
    const { editor } = desk.people;
    const claims = await table(editor, busy);
    expect(claims).toHaveLength(7);
    expect(claims[0]).toMatchObject({
      Section: 'A Verified',
      Ref: 'C-005',
      'Exact words': '18 of the 24 drones',
      Sources: 'S-02 Morning report',
      'Unchanged since': 'Yes',
    });
    const evidence = await table(editor, busy, 'evidence');
    expect(evidence.map((row) => row['Claim'])).toEqual(['C-004', 'C-005', 'C-006']);
    expect(await table(editor, busy, 'sources')).toHaveLength(3);
  });

  it('come all three in one archive', async () => {
    const { bytes } = await exported(desk.people.editor, { storyId: busy.id, format: 'zip' });
    expect(Object.keys(unzipSync(bytes))).toEqual(['claims.csv', 'evidence.csv', 'sources.csv']);
  });

  it('guard words that begin like a formula, and keep figures as figures', async () => {
    const { checker, editor, reporter } = desk.people;
    const copy = '=HYPERLINK("https://example.org") fell by -5% in May.\n';
    const story = await newStory(reporter, { copy });
    const claimId = await newClaim(checker, story, { quote: copy.trim() });
    await change(editor, claimId, { quantities: [{ value: '-5', unit: '%' }] });
    const [row] = await table(editor, story);
    expect(row).toMatchObject({ 'Exact words': `'${copy.trim()}`, Value: '-5', Unit: '%' });
    const { bytes } = await exported(editor, { storyId: story.id, format: 'xlsx' });
    const sheets = Object.entries(unzipSync(bytes)).map(([, part]) => strFromU8(part));
    expect(sheets.some((xml) => xml.includes('<f>'))).toBe(false);
    expect(sheets.some((xml) => xml.includes('<v>-5</v>'))).toBe(true);
  });

  it('never hold who a protected source is, whoever exports, in any format', async () => {
    const { checker, editor, lawyer, reporter } = desk.people;
    const story = await newStory(reporter);
    const claimId = await newClaim(checker, story);
    const { id } = await addSource(checker, {
      title: 'Talk with the hangar mechanic',
      kind: 'INTERVIEW',
      creator: 'Oleh Savchuk',
      publisher: 'Antonov works',
      url: 'https://secret.example/oleh',
      confidentiality: 'PROTECTED',
    });
    await attach(checker, claimId, {
      sourceId: id,
      excerpt: 'I, Savchuk, counted six.',
      authorityReason: 'He services them: Oleh Savchuk.',
      origin: 'Oleh Savchuk, mechanic',
    });
    await writeNote(checker, { claimId, body: 'Rang Oleh Savchuk again.' });
    const copies = [
      { storyId: story.id, format: 'json' as const },
      { storyId: story.id, format: 'xlsx' as const },
      ...(['claims', 'evidence', 'sources'] as const).map((part) => ({
        storyId: story.id,
        format: 'csv' as const,
        part,
      })),
    ];
    for (const ctx of [checker, editor, lawyer])
      for (const copy of copies) {
        const { bytes } = await exported(ctx, copy);
        const text =
          copy.format === 'xlsx'
            ? Object.values(unzipSync(bytes))
                .map((part) => strFromU8(part))
                .join('')
            : strFromU8(bytes);
        for (const name of ['Savchuk', 'mechanic', 'Antonov', 'secret.example'])
          expect(text, `${name} for ${ctx.actor.role} in ${copy.format}`).not.toContain(name);
      }
    expect((await table(lawyer, story, 'sources'))[0]).toMatchObject({
      Ref: 'S-01',
      Title: 'Protected source',
      'Known to': 'Maren Holt and the desk’s editors',
    });
    expect(JSON.stringify(await preview(editor, story))).not.toContain('Savchuk');
  });

  it('have notes for the lawyer in the lawyer’s copy alone', async () => {
    const { checker, editor, lawyer, reporter } = desk.people;
    const story = await newStory(reporter);
    const claimId = await newClaim(checker, story);
    await writeNote(lawyer, {
      claimId,
      kind: 'LEGAL',
      visibility: 'LEGAL',
      body: 'We could lose.',
    });
    const notes = async (ctx: Context) => (await table(ctx, story))[0]?.['Reason or note'];
    expect(await notes(lawyer)).toBe('Ruth Adeyemi, legal: We could lose.');
    expect(await notes(editor)).toBe('');
    expect(await notes(checker)).toBe('');
  });

  it('of a long story hold every claim once, over many batches', async () => {
    const { editor, reporter } = desk.people;
    const story = await newStory(reporter);
    await database().$executeRaw`
      INSERT INTO claim (id, story_id, number, exact, type, voice, marked_by_id, created_at, updated_at)
      SELECT gen_random_uuid(), ${story.id}::uuid, n, 'Claim ' || n, 'STATEMENT', 'OWN',
        ${reporter.actor.id}::uuid, now(), now() FROM generate_series(1, 1201) n`;
    const claims = await table(editor, story);
    expect(claims).toHaveLength(1_201);
    expect(new Set(claims.map((row) => row['Ref'])).size).toBe(1_201);
    const { facts, rows, left } = await preview(editor, story);
    expect([facts.counts.marked, rows.length, left]).toEqual([1_201, 500, 701]);
  });
});
