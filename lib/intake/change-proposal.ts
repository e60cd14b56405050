import type { Proposal, ProposedBlock, ProposedFact } from '@/lib/domain/intake-proposal';
import type { BlockKind } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';

export type BlockChange = {
  index: number;
  kind?: BlockKind | undefined;
  excluded?: boolean | undefined;
};

/** The facts a person may write over. `undefined` leaves one as it is, null takes it away. */
export const CHANGEABLE_FACTS = [
  'headline',
  'byline',
  'publisher',
  'publishedAt',
  'updatedAt',
  'language',
] as const;
export type ChangeableFact = (typeof CHANGEABLE_FACTS)[number];
export type ProposalChange = { [fact in ChangeableFact]?: string | null | undefined } & {
  blocks?: readonly BlockChange[] | undefined;
};

const OWN_WORDS = 'written in the preview';

/** The proposal with a person's changes. Refuses a block that is not there, and two headlines. */
export function changed(proposal: Proposal, change: ProposalChange): Proposal {
  const blocks = proposal.blocks.map((block) => ({ ...block }));
  for (const { index, kind, excluded } of change.blocks ?? []) {
    const block = blocks[index];
    if (block === undefined)
      throw new Refusal(
        'invalid',
        'This paragraph is not in the preview any more. Reload the page.',
      );
    changeBlock(block, kind, excluded);
  }
  const facts = Object.fromEntries(
    CHANGEABLE_FACTS.flatMap((name) => {
      const given = change[name];
      return given === undefined ? [] : [[name, factOf(proposal[name], given)]];
    }),
  );
  return { ...proposal, ...facts, blocks: oneHeadline(blocks) };
}

function changeBlock(
  block: ProposedBlock,
  kind: BlockKind | undefined,
  excluded: boolean | undefined,
): void {
  if (kind !== undefined && kind !== block.kind) {
    block.kind = kind;
    block.excluded = excluded ?? kind === 'FURNITURE';
    block.why = 'You chose this.';
  } else if (excluded !== undefined && excluded !== block.excluded) {
    block.excluded = excluded;
    if (!excluded && block.kind === 'FURNITURE') block.kind = 'BODY';
    block.why = excluded ? 'You set it aside.' : 'You put it back.';
  }
  // What is furniture is never looked at, whatever was said beside it.
  if (block.kind === 'FURNITURE') block.excluded = true;
}

/** A story has one headline: where a person names another, the first of before becomes a subhead. */
function oneHeadline(blocks: ProposedBlock[]): ProposedBlock[] {
  const headlines = blocks.filter(({ kind, excluded }) => kind === 'HEADLINE' && !excluded);
  if (headlines.length < 2) return blocks;
  const chosen = headlines.find(({ why }) => why === 'You chose this.') ?? headlines[0];
  for (const headline of headlines)
    if (headline !== chosen) {
      headline.kind = 'SUBHEAD';
      headline.why = 'Another block is the headline now.';
    }
  return blocks;
}

const factOf = (before: ProposedFact | null, given: string | null): ProposedFact | null =>
  given === null || given === before?.value
    ? given === null
      ? null
      : before
    : { value: given, from: OWN_WORDS };
