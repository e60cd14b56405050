import type { Proposal } from '@/lib/domain/intake-proposal';
import { Refusal } from '@/lib/errors';

/**
 * A Word document as copy with its blocks, and what was written beside and into it.
 * @param bytes of the file
 * @param name as the browser named it; null: it has none
 * @throws Refusal `invalid` with a sentence, for whatever is no readable Word document
 */
export async function readDocx(_bytes: Uint8Array, _name: string | null): Promise<Proposal> {
  throw new Refusal('invalid', 'Word documents cannot be read yet. Paste the words instead.');
}
