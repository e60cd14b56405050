/**
 * The tamper-evident record: every event carries the hash of the one before it in its chain, so that a changed,
 * deleted, inserted or reordered row breaks the chain at that place. There is a chain for each story and one for the
 * desk's own events, so that one story's writes never wait for another's.
 */

/** The hash before the first event of a chain. */
export const GENESIS = '0'.repeat(64);

/** The chain of events that belong to no story: people, tokens, sources. */
export const DESK_CHAIN = 'desk';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** What is hashed: all of an event but its own hash. `at` is ISO 8601 in UTC with milliseconds. */
export type ChainedEvent = {
  id: string;
  chain: string;
  seq: number;
  at: string;
  actorId: string | null;
  actorName: string;
  verb: string;
  subjectType: string;
  subjectId: string;
  claimId: string | null;
  before: Json;
  after: Json;
  versionSha: string | null;
  prevHash: string;
};

/** Hash a string, in UTF-8, to lower-case hex. */
export type Sha256 = (text: string) => string;

export const hashEvent = (event: ChainedEvent, sha256: Sha256): string =>
  sha256(
    canonicalJson({
      id: event.id,
      chain: event.chain,
      seq: event.seq,
      at: event.at,
      actorId: event.actorId,
      actorName: event.actorName,
      verb: event.verb,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      claimId: event.claimId,
      before: event.before,
      after: event.after,
      versionSha: event.versionSha,
      prevHash: event.prevHash,
    }),
  );

/** Where a chain ends: how many events it holds and the last one's hash. */
export type ChainHead = { length: number; head: string };

export type ChainFault = {
  seq: number;
  id: string | null;
  why: 'missing' | 'inserted' | 'changed' | 'unlinked' | 'cut-short';
};

/** Reads a chain in order, a row at a time, and remembers the first thing that is wrong. */
export function chainVerifier(sha256: Sha256) {
  let expected: ChainHead = { length: 0, head: GENESIS };
  let fault: ChainFault | null = null;

  return {
    /** Takes the next row by `seq`; rows after a fault are passed over. */
    read(event: ChainedEvent & { hash: string }): void {
      if (fault !== null) return;
      const seq = expected.length + 1;
      if (event.seq > seq) fault = { seq, id: null, why: 'missing' };
      else if (event.seq < seq) fault = { seq: event.seq, id: event.id, why: 'inserted' };
      else if (event.prevHash !== expected.head) fault = { seq, id: event.id, why: 'unlinked' };
      else if (hashEvent(event, sha256) !== event.hash)
        fault = { seq, id: event.id, why: 'changed' };
      else expected = { length: seq, head: event.hash };
    },
    /** Compares with the head kept apart, which shows rows cut off the end. Null: the chain is whole. */
    finish(head: ChainHead): ChainFault | null {
      if (fault !== null) return fault;
      if (head.length !== expected.length || head.head !== expected.head)
        return { seq: expected.length + 1, id: null, why: 'cut-short' };
      return null;
    },
  };
}

/** JSON with sorted keys and no white space (RFC 8785, section 3.2), so that equal values have equal bytes. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
