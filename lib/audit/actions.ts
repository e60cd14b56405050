'use server';
import { z } from 'zod';
import { action } from '@/lib/action';
import { faultSentence } from '@/lib/audit/fault-sentence';
import { verifyAudit as verify } from '@/lib/audit/verify';
import { Refusal } from '@/lib/errors';
import { count } from '@/lib/format';

/** Read the whole record and hash it again; says in a sentence what came of it. */
export const verifyAudit = action(z.object({}), async (ctx) => {
  const verdict = await verify(ctx);
  const size = `${count(verdict.events, 'event')} in ${count(verdict.chains, 'chain')}`;
  if (verdict.ok)
    return `The log is whole: ${size}, none changed, missing or put in. Its head is ${verdict.head}.`;
  const { firstBad, badChains } = verdict;
  throw new Refusal('rule', `The log is not whole. ${size} were read.`, {
    reasons: [
      faultSentence(firstBad),
      ...(badChains > 1 ? [`${badChains} chains are not whole; this is the first.`] : []),
      'Keep the database as it is, and compare it with the last backup.',
    ],
  });
});
