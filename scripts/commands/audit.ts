import { faultSentence } from '@/lib/audit/fault-sentence';
import { verifyAudit } from '@/lib/audit/verify';
import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import { Refusal } from '@/lib/errors';
import { readOptions } from './misuse';

/** `audit verify`: read the whole record and hash it again. Refuses, with the first bad place, when it is not whole. */
export async function verify(args: readonly string[]): Promise<readonly string[]> {
  readOptions(args, []);
  const verdict = await verifyAudit({ actor: SYSTEM_ACTOR, now: new Date() });
  const size = `${verdict.events} events in ${verdict.chains} chains`;
  if (verdict.ok) return [`The audit log is whole: ${size}.`, `head ${verdict.head}`];
  const { firstBad, badChains } = verdict;
  throw new Refusal('rule', `The audit log is not whole (${size}).`, {
    reasons: [
      faultSentence(firstBad),
      ...(badChains > 1 ? [`${badChains} chains are not whole.`] : []),
    ],
  });
}
