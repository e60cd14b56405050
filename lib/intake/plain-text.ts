import { COPY_LIMIT_CHARACTERS, copyProblem } from '@/lib/domain/copy-rules';
import type { Proposal } from '@/lib/domain/intake-proposal';
import { proposeCopy } from '@/lib/domain/propose-copy';
import type { IntakeKind } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';

/**
 * Pasted text, plain text or Markdown as a proposal; the copy is the text to the character.
 * @throws Refusal `invalid` with a sentence when it cannot be a story's copy
 */
export function readPlainText(
  text: string,
  kind: Extract<IntakeKind, 'PASTE' | 'TEXT' | 'MARKDOWN'>,
  {
    name = null,
    url = null,
    notices = [],
  }: Partial<Pick<Proposal, 'name' | 'url' | 'notices'>> = {},
): Proposal {
  const problem = copyProblem(text);
  if (problem !== null) throw new Refusal('invalid', problem, { fields: { copy: [problem] } });
  const proposed = proposeCopy(text);
  return {
    kind,
    name,
    url,
    copy: text,
    ...proposed,
    notices: [...notices, ...proposed.notices],
    publisher: null,
    publishedAt: null,
    updatedAt: null,
    language: null,
    annotations: [],
  };
}

/** Read words that came in a shape of their own (a page, a file) as a copy: checks what a copy must keep. */
export function refuseUnkeepable(copy: string): void {
  const problem = copyProblem(copy.slice(0, COPY_LIMIT_CHARACTERS + 1));
  if (problem !== null) throw new Refusal('invalid', problem, { fields: { copy: [problem] } });
}
