import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markClaim } from '@/lib/claims/commands';
import { database } from '@/lib/db/client';
import {
  attach,
  COPY,
  change,
  claimIn,
  claimRow,
  historyOf,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
  WORDS,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { CLAIM_STATES } from '@/lib/domain/vocabulary';
import { writeNote } from '@/lib/notes/commands';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter, { dueAt: new Date('2026-05-04T14:00:00Z') });
});
afterAll(() => desk.close());

describe('marking words of the copy (I1)', () => {
  it('leaves a claim, its anchor and its record', async () => {
    const own = await newStory(people.reporter, { dueAt: new Date('2026-05-04T14:00:00Z') });
    const { id, number } = await markClaim(people.checker, {
      storyId: own.id,
      quote: WORDS,
      contentSha256: own.sha256,
      claimant: 'Ukrainian air force',
      flags: ['CENTRAL'],
      restatement: 'Ukraine shot down 18 of 24 drones.',
    });
    expect(number).toBe(1);
    const start = COPY.indexOf(WORDS);
    expect(await claimRow(id)).toMatchObject({
      number: 1,
      exact: WORDS,
      state: 'MARKED',
      status: 'MARKED',
      finding: 'NONE',
      said: 'NONE',
      type: 'NUMERIC',
      voice: 'ATTRIBUTED',
      flags: ['CENTRAL'],
      markedById: people.checker.actor.id,
      dueAt: new Date('2026-05-04T14:00:00Z'),
      version: 1,
    });
    expect(await database().anchor.findMany({ where: { claimId: id } })).toMatchObject([
      {
        versionId: own.versionId,
        exact: WORDS,
        prefix: COPY.slice(start - 32, start),
        suffix: COPY.slice(start + WORDS.length, start + WORDS.length + 32),
        start,
        end: start + WORDS.length,
        state: 'ATTACHED',
      },
    ]);
    expect(await database().attribution.findMany({ where: { claimId: id } })).toMatchObject([
      { party: 'Ukrainian air force', role: 'SPEAKER', position: 0 },
    ]);
    expect(await historyOf(id)).toMatchObject([
      {
        verb: 'claim.marked',
        before: null,
        after: {
          exact: WORDS,
          number: 1,
          start,
          claimant: 'Ukrainian air force',
          flags: ['CENTRAL'],
        },
        versionSha: own.sha256,
      },
    ]);
  });

  it.each([
    ['words after an emoji', 'in the “residence”, the city said'],
    ['an emoji inside', 'hurt 🙂 in'],
    ['words across two paragraphs', 'in four days.\n\nIn Odesa'],
    ['a word inside other claims', 'drones that Russia launched'],
  ])('%s', async (_what, quote) => {
    const id = await newClaim(people.checker, story, { quote });
    const anchor = await database().anchor.findFirstOrThrow({ where: { claimId: id } });
    expect(COPY.slice(anchor.start ?? -1, anchor.end ?? -1)).toBe(quote);
    expect((await claimRow(id)).exact).toBe(quote);
  });

  it('words typed with other quote marks are marked as the copy has them', async () => {
    const id = await newClaim(people.checker, story, { quote: 'the "residence"' });
    expect((await claimRow(id)).exact).toBe('the “residence”');
  });

  it('words that stand twice are refused until their place is given', async () => {
    const refusal = await refusalOf(newClaim(people.checker, story, { quote: 'Nobody was hurt' }));
    expect(refusal).toMatchObject({ code: 'invalid' });
    expect(refusal.message).toMatch(/stand twice in the copy/);
    expect(refusal.fields['quote']).toEqual([refusal.message]);
    const start = COPY.lastIndexOf('Nobody was hurt');
    const id = await newClaim(people.checker, story, { quote: 'Nobody was hurt', start });
    expect(await database().anchor.findFirst({ where: { claimId: id } })).toMatchObject({ start });
  });

  it.each([
    ['words that do not stand there', { quote: '8 of the 42 drones' }],
    ['words that stand elsewhere than said', { quote: WORDS, start: 3 }],
    ['a blank', { quote: '   ' }],
    ['half of an emoji', { quote: '\ud83d', start: COPY.indexOf('🙂') }],
    ['a place past the end', { quote: WORDS, start: 1_000_000 }],
  ])('%s', async (_what, mark) => {
    const claims = () => database().claim.count({ where: { storyId: story.id } });
    const before = await claims();
    expect((await refusalOf(newClaim(people.checker, story, mark))).code).toBe('invalid');
    expect(await claims()).toBe(before);
  });

  it('a mark made on another text than the one on the desk is a conflict', async () => {
    const refusal = await refusalOf(
      newClaim(people.checker, story, { contentSha256: 'a'.repeat(64) }),
    );
    expect(refusal.code).toBe('conflict');
  });

  it('a story that is not there is said to be not there', async () => {
    expect((await refusalOf(newClaim(people.checker, { id: newId() }))).code).toBe('not-found');
  });

  it.each(['viewer', 'lawyer', 'admin'] as const)('a %s marks nothing', async (who) => {
    const refusal = await refusalOf(newClaim(people[who], story));
    expect(refusal).toMatchObject({
      code: 'not-allowed',
      message: 'Only reporters, checkers and editors mark claims.',
    });
  });

  it('claims marked at the same moment get numbers of their own, without a gap', async () => {
    const own = await newStory(people.reporter);
    await Promise.all(Array.from({ length: 12 }, () => newClaim(people.checker, own)));
    const numbers = await database().claim.findMany({
      where: { storyId: own.id },
      orderBy: { number: 'asc' },
      select: { number: true },
    });
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    const events = await database().auditEvent.findMany({
      where: { chain: own.id },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
  });
});

describe('changing what is said about a claim', () => {
  it('writes each field, its figures and its chain, with what was there before', async () => {
    const id = await newClaim(people.checker, story);
    await change(people.second, id, {
      restatement: 'Ukraine shot down 18 of 24 drones.',
      type: 'NUMERIC',
      polarity: 'NEGATED',
      flags: ['CENTRAL', 'SENSITIVE'],
      priority: 1,
      asOf: new Date('2026-05-04T05:10:00Z'),
      timeZone: 'Europe/Kyiv',
      place: 'Ukraine',
      suggestedWording: '18 of 24 drones, it said,',
      reviewBy: new Date('2026-06-01T00:00:00Z'),
      quantities: [
        { value: '18', unit: 'drones', qualifier: 'EXACT', ofWhat: 'shot down' },
        { low: '23.5', high: '24', qualifier: 'RANGE' },
      ],
      attribution: [
        { party: 'Air force', role: 'SPEAKER', verb: 'said' },
        { party: 'O. Marchenko', role: 'TRANSLATOR' },
      ],
    });
    expect(await claimRow(id)).toMatchObject({
      restatement: 'Ukraine shot down 18 of 24 drones.',
      polarity: 'NEGATED',
      flags: ['CENTRAL', 'SENSITIVE'],
      priority: 1,
      voice: 'ATTRIBUTED',
      version: 2,
    });
    const quantities = await database().quantity.findMany({
      where: { claimId: id },
      orderBy: { position: 'asc' },
    });
    expect(quantities.map(({ value, low, high }) => [value, low, high].map(String))).toEqual([
      ['18', 'null', 'null'],
      ['null', '23.5', '24'],
    ]);
    expect((await historyOf(id)).at(-1)).toMatchObject({
      verb: 'claim.edited',
      actorId: people.second.actor.id,
      before: {
        restatement: null,
        flags: [],
        priority: 2,
        quantities: [],
        attribution: [],
        voice: 'OWN',
      },
      after: { flags: ['CENTRAL', 'SENSITIVE'], priority: 1, voice: 'ATTRIBUTED' },
    });
  });

  it('what is not given stays, and what is null is cleared', async () => {
    const id = await newClaim(people.checker, story, { restatement: 'A restatement.' });
    await change(people.checker, id, { place: 'Odesa' });
    expect(await claimRow(id)).toMatchObject({ restatement: 'A restatement.', place: 'Odesa' });
    await change(people.checker, id, { restatement: null });
    expect(await claimRow(id)).toMatchObject({ restatement: null, place: 'Odesa' });
  });

  it('made our own assertion, it is not asked any more whether it was said', async () => {
    const id = await newClaim(people.checker, story, { claimant: 'Air force' });
    await makeMove(people.checker, id, 'take');
    await makeMove(people.checker, id, 'find', { said: 'TRANSLATION' });
    await change(people.checker, id, { voice: 'OWN' });
    expect(await claimRow(id)).toMatchObject({ voice: 'OWN', said: 'NONE' });
    const refusal = await refusalOf(makeMove(people.checker, id, 'find', { said: 'VERBATIM' }));
    expect(refusal.message).toMatch(/^“Was it said\?” is asked of attributed claims only\./);
  });

  it.each(CLAIM_STATES)('what was checked, where the claim is %s', async (state) => {
    const id = await claimIn(state, story, people);
    const edit = change(people.second, id, { restatement: 'Other words.' });
    if (state !== 'SIGNED_OFF' && state !== 'DROPPED') return edit;
    expect(await refusalOf(edit)).toMatchObject({ code: 'rule' });
    await change(people.second, id, { priority: 3, dueAt: new Date('2026-05-05T00:00:00Z') });
    expect(await claimRow(id)).toMatchObject({ priority: 3, restatement: null, state });
  });

  it('a reporter changes their own mark until somebody takes it, and nobody else’s', async () => {
    const own = await newClaim(people.reporter, story);
    await change(people.reporter, own, { restatement: 'Mine.' });
    await makeMove(people.checker, own, 'take');
    expect((await refusalOf(change(people.reporter, own, { restatement: 'Mine.' }))).code).toBe(
      'not-allowed',
    );
    const other = await newClaim(people.checker, story);
    for (const who of ['reporter', 'viewer', 'lawyer', 'admin'] as const)
      expect((await refusalOf(change(people[who], other, { priority: 1 }))).code).toBe(
        'not-allowed',
      );
  });

  it('only an editor hands a claim on, only while it is in check, and to somebody who may have it', async () => {
    const id = await claimIn('IN_CHECK', story, people);
    const to = (who: keyof People) => ({ assigneeId: people[who].actor.id });
    expect((await refusalOf(change(people.checker, id, to('second')))).code).toBe('not-allowed');
    expect((await refusalOf(change(people.editor, id, to('viewer')))).code).toBe('rule');
    expect((await refusalOf(change(people.editor, id, to('reporter')))).code).toBe('rule');
    expect((await refusalOf(change(people.editor, id, { assigneeId: newId() }))).code).toBe(
      'invalid',
    );
    await change(people.editor, id, to('second'));
    expect((await claimRow(id)).assigneeId).toBe(people.second.actor.id);
    expect((await historyOf(id)).at(-1)).toMatchObject({
      verb: 'claim.reassigned',
      before: { assigneeId: people.checker.actor.id, assigneeName: 'Maren Holt' },
      after: { assigneeId: people.second.actor.id, assigneeName: 'Ana Ruiz' },
    });
    const marked = await claimIn('MARKED', story, people);
    expect((await refusalOf(change(people.editor, marked, to('second')))).message).toBe(
      'Only a claim in check can be handed on. Assign it instead.',
    );
  });
});

describe('a stale version is refused, and nothing is overwritten (I18)', () => {
  it('an edit names who changed the claim meanwhile', async () => {
    const id = await newClaim(people.checker, story);
    await change(people.second, id, { restatement: 'Hers.', version: 1 });
    await writeNote(people.lawyer, { claimId: id, kind: 'QUERY_EDITOR', body: 'May this run?' });
    const [before, history] = [await claimRow(id), await historyOf(id)];
    const refusal = await refusalOf(change(people.editor, id, { restatement: 'His.', version: 1 }));
    expect(refusal).toMatchObject({
      code: 'conflict',
      message:
        'Ana Ruiz changed this claim after you opened it. Look at what is there now, then save again; your words are kept.',
    });
    expect(await claimRow(id)).toEqual(before);
    expect(await historyOf(id)).toEqual(history);
  });

  it('figures and chain of a refused edit are not written either', async () => {
    const id = await newClaim(people.checker, story);
    await change(people.second, id, { quantities: [{ value: '18' }], version: 1 });
    await refusalOf(
      change(people.editor, id, { quantities: [{ value: '99' }], attribution: [], version: 1 }),
    );
    const quantities = await database().quantity.findMany({ where: { claimId: id } });
    expect(quantities.map(({ value }) => String(value))).toEqual(['18']);
  });

  it.each(['take', 'find', 'submit', 'sign-off', 'return', 'reopen', 'drop'] as const)(
    '%s on a version that is gone, or not there yet',
    async (move) => {
      const state = (
        {
          take: 'MARKED',
          find: 'IN_CHECK',
          submit: 'IN_CHECK',
          'sign-off': 'READY',
          return: 'READY',
          reopen: 'SIGNED_OFF',
          drop: 'MARKED',
        } as const
      )[move];
      const id = await claimIn(state, story, people);
      const before = await claimRow(id);
      const history = await historyOf(id);
      const ctx = ['sign-off', 'return', 'reopen', 'drop'].includes(move)
        ? people.editor
        : people.checker;
      for (const version of [before.version - 1, before.version + 1]) {
        const refusal = await refusalOf(
          makeMove(ctx, id, move, { version, finding: 'UNVERIFIED', reason: 'A reason.' }),
        );
        expect(refusal.code).toBe('conflict');
      }
      expect(await claimRow(id)).toEqual(before);
      expect(await historyOf(id)).toEqual(history);
      expect(await database().review.count({ where: { claimId: id } })).toBe(
        state === 'SIGNED_OFF' ? 1 : 0,
      );
    },
  );

  it('evidence that came meanwhile makes a sign-off stale', async () => {
    const id = await claimIn('READY', story, people);
    const { version } = await claimRow(id);
    await attach(people.second, id, { stance: 'CONTEXT' });
    const refusal = await refusalOf(makeMove(people.editor, id, 'sign-off', { version }));
    expect(refusal.message).toMatch(/^Ana Ruiz changed this claim after you opened it\./);
  });

  it('of twenty edits at once on one version, one is written', async () => {
    const id = await newClaim(people.checker, story);
    const edits = Array.from({ length: 20 }, (_, i) =>
      change(people.editor, id, { restatement: `Wording ${i}`, version: 1 }).then(
        () => i,
        () => null,
      ),
    );
    const written = (await Promise.all(edits)).filter((i) => i !== null);
    expect(written).toHaveLength(1);
    expect(await claimRow(id)).toMatchObject({ restatement: `Wording ${written[0]}`, version: 2 });
  });

  it('a claim that is not there is said to be not there', async () => {
    const answer = {
      code: 'not-found',
      message: 'This claim is not on the desk. Go back to the queue.',
    };
    const nowhere = newId();
    expect(
      await refusalOf(makeMove(people.checker, nowhere, 'take', { version: 1 })),
    ).toMatchObject(answer);
    expect(
      await refusalOf(change(people.checker, nowhere, { priority: 1, version: 1 })),
    ).toMatchObject(answer);
  });
});
