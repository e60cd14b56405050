import type { AuditFault } from '@/lib/audit/verify';
import { DESK_CHAIN } from '@/lib/domain/audit-chain';

const WHAT: Readonly<Record<AuditFault['why'], (place: string, chain: string) => string>> = {
  missing: (place, chain) => `${place} of ${chain} is missing.`,
  inserted: (place, chain) => `${place} of ${chain} was put in afterwards.`,
  changed: (place, chain) => `${place} of ${chain} was changed after it was written.`,
  unlinked: (place, chain) =>
    `${place} of ${chain} does not follow from the one before: events were exchanged, or written again.`,
  'cut-short': (place, chain) =>
    `${chain} does not end where it should: from ${place.toLowerCase()} on it was cut off, or its end was rewritten.`,
  headless: (_place, chain) => `The end of ${chain} is not on record any more.`,
  vanished: (_place, chain) => `All of ${chain} is gone.`,
};

/** What is wrong with the record, and where, in a sentence. */
export function faultSentence({ chain, seq, id, why }: AuditFault): string {
  const name = chain === DESK_CHAIN ? 'the desk’s own record' : `the record of story ${chain}`;
  const sentence = WHAT[why](`Event ${seq}`, name);
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return id === null ? capital : `${capital.slice(0, -1)} (id ${id}).`;
}
