import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { record } from '@/lib/audit/record';
import { type AuditVerdict, deskHead, verifyAudit } from '@/lib/audit/verify';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction } from '@/lib/db/transaction';
import { DESK_CHAIN, hashEvent } from '@/lib/domain/audit-chain';
import { ROLES } from '@/lib/domain/vocabulary';
import { sha256 } from '@/lib/sha256';
import { asSystem, openTestDesk } from '@/lib/users/test-people';

let desk: Awaited<ReturnType<typeof openTestDesk>>;
const ctx: Context = asSystem();
const STORY = 'aaaaaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';
const OTHER = 'bbbbbbbb-bbbb-7bbb-8bbb-bbbbbbbbbbbb';

const append = (chain: string, note: number) =>
  inTransaction((tx) =>
    record(tx, ctx, {
      chain,
      verb: 'source.edited',
      subject: { type: 'source', id: newId() },
      before: { note: note - 1, words: 'naïve “quotes” 18 of 24 — ½' },
      after: { note, list: [1, 2.5, null, true], deep: { z: 1, a: 'Київ' } },
      versionSha: null,
    }),
  );

/** On a connection of the database's own. */
async function onDatabase(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: desk.url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

/** What somebody with the database's own password could do: the guards are switched off, and on again. */
const tamper = (sql: string): Promise<void> =>
  onDatabase(
    'ALTER TABLE audit_event DISABLE TRIGGER USER',
    'ALTER TABLE audit_chain DISABLE TRIGGER USER',
    sql,
    'ALTER TABLE audit_event ENABLE TRIGGER USER',
    'ALTER TABLE audit_chain ENABLE TRIGGER USER',
  );

const verify = (): Promise<AuditVerdict> => verifyAudit(ctx);

describe('the record', () => {
  beforeAll(async () => {
    desk = await openTestDesk();
  });
  afterAll(() => desk.close());

  it('is whole before anything has happened', async () => {
    expect(await verify()).toEqual({ ok: true, events: 0, chains: 0, head: sha256('') });
    expect(await deskHead(ctx)).toBeNull();
  });

  it('is whole after ordinary work, and says how much it holds', async () => {
    for (let note = 1; note <= 5; note += 1)
      for (const chain of [DESK_CHAIN, STORY, OTHER]) await append(chain, note);
    expect(await verify()).toMatchObject({ ok: true, events: 15, chains: 3 });
    expect(await verifyAudit(ctx, { chain: STORY })).toMatchObject({
      ok: true,
      events: 5,
      chains: 1,
    });
    expect(await deskHead(ctx)).toMatchObject({ length: 5 });
  });

  it('has a head that changes with every event and with nothing else', async () => {
    const head = async () => {
      const verdict = await verify();
      return verdict.ok ? verdict.head : null;
    };
    const first = await head();
    expect(await head()).toBe(first);
    await append(OTHER, 6);
    expect(await head()).not.toBe(first);
  });

  it('never forks when events of one chain and of many come at once', async () => {
    const before = await verify();
    await Promise.all(
      Array.from({ length: 60 }, (_, note) => append(note % 2 === 0 ? DESK_CHAIN : newId(), note)),
    );
    const after = await verify();
    expect(after).toMatchObject({
      ok: true,
      events: before.events + 60,
      chains: before.chains + 30,
    });
  });

  it('can be verified while work goes on', async () => {
    const stop = new AbortController();
    const work = (async () => {
      for (let note = 0; !stop.signal.aborted; note += 1)
        await append(note % 3 === 0 ? newId() : DESK_CHAIN, note);
    })();
    const verdicts: AuditVerdict[] = [];
    for (let round = 0; round < 10; round += 1) verdicts.push(await verify());
    stop.abort();
    await work;
    expect(verdicts.filter((verdict) => !verdict.ok)).toEqual([]);
  });

  it('is read in pages, across their edges', async () => {
    const verdict = await verify();
    const chains = 230;
    await Promise.all(Array.from({ length: chains }, (_, note) => append(newId(), note)));
    expect(await verify()).toMatchObject({
      ok: true,
      chains: verdict.chains + chains,
      events: verdict.events + chains,
    });
  });

  it('is verified for those who answer for checks, and for nobody else', async () => {
    for (const role of ROLES) {
      const asked = verifyAudit({ ...ctx, actor: { ...ctx.actor, role } }, { chain: STORY });
      if (['CHECKER', 'EDITOR', 'LAWYER', 'ADMIN'].includes(role))
        await expect(asked).resolves.toMatchObject({ ok: true });
      else await expect(asked).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });
});

describe('a record that was tampered with', () => {
  // Every case starts from five whole events in three chains.
  beforeEach(async () => {
    desk = await openTestDesk();
    for (let note = 1; note <= 5; note += 1)
      for (const chain of [DESK_CHAIN, STORY, OTHER]) await append(chain, note);
  });
  afterEach(() => desk.close());

  const event = `chain = '${STORY}' AND seq = 3`;

  it.each([
    [
      'a changed value',
      `UPDATE audit_event SET after = '{"note":99}' WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'a changed value deep inside',
      `UPDATE audit_event SET after = jsonb_set(after, '{deep,a}', '"Kyiv"') WHERE ${event}`,
      3,
      'changed',
    ],
    ['what was before', `UPDATE audit_event SET before = NULL WHERE ${event}`, 3, 'changed'],
    ['another verb', `UPDATE audit_event SET verb = 'source.added' WHERE ${event}`, 3, 'changed'],
    [
      'another person',
      `UPDATE audit_event SET actor_name = 'Somebody else' WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'another person’s id',
      `UPDATE audit_event SET actor_id = gen_random_uuid() WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'another time',
      `UPDATE audit_event SET at = at + interval '1 millisecond' WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'another subject',
      `UPDATE audit_event SET subject_id = gen_random_uuid() WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'another kind of subject',
      `UPDATE audit_event SET subject_type = 'claim' WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'a claim written in',
      `UPDATE audit_event SET claim_id = gen_random_uuid() WHERE ${event}`,
      3,
      'changed',
    ],
    [
      'another text hash',
      `UPDATE audit_event SET version_sha256 = repeat('a', 64) WHERE ${event}`,
      3,
      'changed',
    ],
    ['another id', `UPDATE audit_event SET id = gen_random_uuid() WHERE ${event}`, 3, 'changed'],
    ['another hash', `UPDATE audit_event SET hash = repeat('a', 64) WHERE ${event}`, 3, 'changed'],
    [
      'a cut link',
      `UPDATE audit_event SET prev_hash = repeat('a', 64) WHERE ${event}`,
      3,
      'unlinked',
    ],
    ['a deleted row', `DELETE FROM audit_event WHERE ${event}`, 3, 'missing'],
    [
      'a deleted first row',
      `DELETE FROM audit_event WHERE chain = '${STORY}' AND seq = 1`,
      1,
      'missing',
    ],
    [
      'rows cut off the end',
      `DELETE FROM audit_event WHERE chain = '${STORY}' AND seq > 3`,
      4,
      'cut-short',
    ],
    ['all rows deleted', `DELETE FROM audit_event WHERE chain = '${STORY}'`, 1, 'cut-short'],
    ['an emptied table', 'TRUNCATE audit_event', 1, 'cut-short'],
    [
      'two rows moved to the end',
      `UPDATE audit_event SET seq = CASE seq WHEN 2 THEN 1003 ELSE 1002 END WHERE chain = '${STORY}' AND seq IN (2, 3);`,
      2,
      'missing',
    ],
    ['a row put in front', `UPDATE audit_event SET seq = 0 WHERE ${event}`, 0, 'inserted'],
    [
      'a row moved to another chain',
      `UPDATE audit_event SET chain = '${STORY}', seq = 6 WHERE chain = '${OTHER}' AND seq = 5`,
      6,
      'inserted',
    ],
    [
      'another head',
      `UPDATE audit_chain SET head = repeat('a', 64) WHERE chain = '${STORY}'`,
      6,
      'cut-short',
    ],
    ['a longer head', `UPDATE audit_chain SET length = 9 WHERE chain = '${STORY}'`, 6, 'cut-short'],
    [
      'a shorter head',
      `UPDATE audit_chain SET length = 4 WHERE chain = '${STORY}'`,
      5,
      'cut-short',
    ],
    ['a lost head', `DELETE FROM audit_chain WHERE chain = '${STORY}'`, 1, 'headless'],
  ])('shows %s', async (_what, sql, seq, why) => {
    await tamper(sql);
    const verdict = await verify();
    if (verdict.ok) throw new Error('It was called whole.');
    const fault = sql.startsWith('TRUNCATE') ? { seq, why } : { chain: STORY, seq, why };
    expect(verdict.firstBad).toMatchObject(fault);
    expect(verdict.badChains).toBe(sql.startsWith('TRUNCATE') ? 3 : sql.includes(OTHER) ? 2 : 1);
  });

  it('shows two swapped rows', async () => {
    await tamper(
      `UPDATE audit_event SET seq = seq + 100 WHERE chain = '${STORY}' AND seq IN (2, 3)`,
    );
    await tamper(
      `UPDATE audit_event SET seq = CASE seq WHEN 102 THEN 3 ELSE 2 END WHERE chain = '${STORY}' AND seq > 100`,
    );
    expect(await verify()).toMatchObject({ ok: false, firstBad: { seq: 2, why: 'unlinked' } });
  });

  it('shows a forged row at the end, though its own hash is right', async () => {
    const last = await database().auditEvent.findFirstOrThrow({
      where: { chain: STORY, seq: 5 },
    });
    const forged = {
      ...last,
      id: newId(),
      seq: 6,
      verb: 'source.added',
      prevHash: last.hash,
      at: last.at.toISOString(),
      before: null,
      after: null,
    };
    const { hash: _, ...content } = forged;
    await database().$executeRaw`
      INSERT INTO audit_event (id, chain, seq, at, actor_id, actor_name, verb, subject_type, subject_id, before, after,
                               prev_hash, hash)
      VALUES (${forged.id}::uuid, ${STORY}, 6, ${last.at}, ${last.actorId}::uuid, ${last.actorName}, 'source.added',
              ${last.subjectType}, ${last.subjectId}::uuid, 'null'::jsonb, 'null'::jsonb, ${last.hash},
              ${hashEvent(content, sha256)})`;
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: { chain: STORY, seq: 6, why: 'inserted' },
    });
  });

  it('shows rows written again from one place on, as long as the head was not', async () => {
    await tamper(
      `UPDATE audit_event SET hash = md5(hash) || md5(hash), prev_hash = md5(prev_hash) || md5(prev_hash) WHERE chain = '${STORY}' AND seq > 2`,
    );
    expect(await verify()).toMatchObject({ ok: false, firstBad: { seq: 3, why: 'unlinked' } });
  });

  it('shows the record of a story, or of the desk, that vanished with its head', async () => {
    const author = newId();
    await database().user.create({
      data: { id: author, email: 'a@desk.example', name: 'A', role: 'EDITOR', createdAt: ctx.now },
    });
    await tamper(`DELETE FROM audit_event WHERE chain = '${DESK_CHAIN}'`);
    await tamper(`DELETE FROM audit_chain WHERE chain = '${DESK_CHAIN}'`);
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: { chain: DESK_CHAIN, seq: 1, id: null, why: 'vanished' },
    });
  });

  it('shows nothing of a fault in one chain when another is asked for', async () => {
    await tamper(`UPDATE audit_event SET verb = 'source.added' WHERE ${event}`);
    expect(await verifyAudit(ctx, { chain: OTHER })).toMatchObject({
      ok: true,
      events: 5,
      chains: 1,
    });
    expect(await verifyAudit(ctx, { chain: STORY })).toMatchObject({ ok: false });
  });
});

describe('the database itself', () => {
  beforeAll(async () => {
    desk = await openTestDesk();
    await append(STORY, 1);
  });
  afterAll(() => desk.close());

  it.each([
    ["UPDATE audit_event SET verb = 'x'"],
    ['DELETE FROM audit_event'],
    ['TRUNCATE audit_event'],
    ['DELETE FROM audit_chain'],
    ['TRUNCATE audit_chain'],
  ])('refuses %s', async (sql) => {
    await expect(onDatabase(sql)).rejects.toThrow('append only');
    expect(await verify()).toMatchObject({ ok: true, events: 1 });
  });
});
