import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/sha256';
import {
  type ChainedEvent,
  type ChainHead,
  canonicalJson,
  chainVerifier,
  GENESIS,
  hashEvent,
  type Json,
} from './audit-chain';

type Row = ChainedEvent & { hash: string };

function chain(length: number): Row[] {
  const rows: Row[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const event: ChainedEvent = {
      id: `event-${seq}`,
      chain: 'story-1',
      seq,
      at: `2026-05-04T12:${String(seq).padStart(2, '0')}:00.000Z`,
      actorId: 'maren',
      actorName: 'Maren Holt',
      verb: 'claim.found',
      subjectType: 'claim',
      subjectId: 'claim-1',
      claimId: 'claim-1',
      before: { finding: 'NONE' },
      after: { finding: 'DISPUTED', note: seq },
      versionSha: 'f'.repeat(64),
      prevHash: rows.at(-1)?.hash ?? GENESIS,
    };
    rows.push({ ...event, hash: hashEvent(event, sha256) });
  }
  return rows;
}

const headOf = (rows: readonly Row[]): ChainHead => ({
  length: rows.length,
  head: rows.at(-1)?.hash ?? GENESIS,
});

function verify(rows: readonly Row[], head: ChainHead) {
  const verifier = chainVerifier(sha256);
  for (const row of rows) verifier.read(row);
  return verifier.finish(head);
}

/** The row as somebody would leave it who knows how hashes are made. */
const rehashed = (row: Row): Row => ({ ...row, hash: hashEvent(row, sha256) });

describe('a chain of events', () => {
  const rows = chain(5);
  const head = headOf(rows);
  const at = (i: number): Row => {
    const row = rows[i];
    if (row === undefined) throw new Error(`There is no row ${i}.`);
    return row;
  };

  it('is whole as it was written', () => {
    expect(verify(rows, head)).toBeNull();
    expect(verify([], { length: 0, head: GENESIS })).toBeNull();
  });

  const FIELDS: { [Field in keyof Required<ChainedEvent>]: Partial<ChainedEvent> } = {
    id: { id: 'other' },
    chain: { chain: 'story-2' },
    seq: { seq: 9 },
    at: { at: '2026-05-04T12:03:00.001Z' },
    actorId: { actorId: 'idris' },
    actorName: { actorName: 'Maren Holt ' },
    verb: { verb: 'claim.edited' },
    subjectType: { subjectType: 'note' },
    subjectId: { subjectId: 'claim-2' },
    claimId: { claimId: null },
    before: { before: null },
    after: { after: { finding: 'VERIFIED', note: 3 } },
    versionSha: { versionSha: null },
    prevHash: { prevHash: GENESIS },
  };

  it.each(Object.entries(FIELDS))('shows that “%s” of a row was changed', (_field, change) => {
    const tampered = rows.map((row, i) => (i === 2 ? { ...row, ...change } : row));
    const fault = verify(tampered, head);
    expect(fault?.seq).toBe(3);
    expect(
      verify(
        tampered.map((row, i) => (i === 2 ? rehashed(row) : row)),
        head,
      ),
    ).not.toBeNull();
  });

  it('shows a changed row whose hash was made again, at the row after it', () => {
    const changed = rehashed({ ...at(2), actorName: 'Somebody else' });
    expect(verify([at(0), at(1), changed, at(3), at(4)], head)).toEqual({
      seq: 4,
      id: 'event-4',
      why: 'unlinked',
    });
  });

  it('shows a changed last row whose hash was made again, at the head kept apart', () => {
    const changed = rehashed({ ...at(4), actorName: 'Somebody else' });
    expect(verify([...rows.slice(0, 4), changed], head)?.why).toBe('cut-short');
  });

  it('shows a deleted row', () => {
    expect(verify([at(0), at(1), at(3), at(4)], head)).toEqual({
      seq: 3,
      id: null,
      why: 'missing',
    });
    expect(verify(rows.slice(1), head)).toEqual({ seq: 1, id: null, why: 'missing' });
  });

  it('shows rows cut off the end', () => {
    expect(verify(rows.slice(0, 3), head)).toEqual({ seq: 4, id: null, why: 'cut-short' });
    expect(verify([], head)?.why).toBe('cut-short');
  });

  it('shows an inserted row', () => {
    const inserted = rehashed({ ...at(2), id: 'forged' });
    expect(verify([at(0), at(1), at(2), inserted, at(3), at(4)], head)).toEqual({
      seq: 3,
      id: 'forged',
      why: 'inserted',
    });
  });

  it('shows a row appended behind the head', () => {
    const more = chain(6);
    expect(verify(more, head)?.why).toBe('cut-short');
  });

  it('shows two rows that changed places', () => {
    const swapped = [at(0), { ...at(2), seq: 2 }, { ...at(1), seq: 3 }, at(3), at(4)];
    expect(verify(swapped, head)?.seq).toBe(2);
  });

  it('shows a whole chain written again from a place on', () => {
    const forged = rows.slice(0, 2);
    for (const row of rows.slice(2))
      forged.push(
        rehashed({ ...row, actorName: 'Forged', prevHash: forged.at(-1)?.hash ?? GENESIS }),
      );
    expect(verify(forged, head)?.why).toBe('cut-short');
  });

  it('names the first fault, whatever follows', () => {
    const both = [at(0), { ...at(1), verb: 'x' }, at(2), at(4)];
    expect(verify(both, head)).toEqual({ seq: 2, id: 'event-2', why: 'changed' });
  });
});

describe('the form that is hashed', () => {
  it.each<[Json, string]>([
    [null, 'null'],
    [true, 'true'],
    [1.5, '1.5'],
    [1e21, '1e+21'],
    ['“Київ”\n🙂', '"“Київ”\\n🙂"'],
    [[1, [], {}], '[1,[],{}]'],
    [{ b: 1, a: [{ d: null, c: '' }] }, '{"a":[{"c":"","d":null}],"b":1}'],
    [{ é: 1, e: 2, Z: 3, 10: 4, 9: 5 }, '{"10":4,"9":5,"Z":3,"e":2,"é":1}'],
  ])('%j', (value, canonical) => {
    expect(canonicalJson(value)).toBe(canonical);
  });

  it('does not depend on the order of members, as Postgres hands them back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).toReversed());
        expect(canonicalJson(turned as Json)).toBe(canonicalJson(object as Json));
      }),
    );
  });

  it('keeps different values apart, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [canonicalJson(one as Json), canonicalJson(other as Json)];
        expect(JSON.parse(a)).toEqual(JSON.parse(JSON.stringify(one)));
        expect(a === b).toBe(JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b)));
      }),
    );
  });
});
