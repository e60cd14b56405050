import { memo } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ProposedBlock } from '@/lib/domain/intake-proposal';
import { BLOCK_LABELS } from '@/lib/domain/labels';
import { BLOCK_KINDS, type BlockKind } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** What a person chooses for a block: its kind, as forms send it, or that it is set aside. */
export type BlockChoice = string;
export const ASIDE = 'aside';

export const choiceOf = ({ kind, excluded }: ProposedBlock): BlockChoice =>
  excluded ? ASIDE : toWire(kind);

/** Where a block goes that is put back: to what it was read as, or to the text. */
const backTo = ({ kind }: ProposedBlock): BlockChoice =>
  toWire(kind === 'FURNITURE' ? 'BODY' : kind);

const KINDS = BLOCK_KINDS.filter((kind) => kind !== 'FURNITURE');

/** One block as it will print, its kind as a menu, and the way to set it aside or put it back. */
export const BlockRow = memo(function BlockRow({ index, block, words, choice, onChoose }: Props) {
  const isAside = choice === ASIDE;
  const isAsRead = choice === choiceOf(block);
  const kind = KINDS.find((each) => toWire(each) === choice) ?? 'BODY';
  const name = `${words.slice(0, 40)}${words.length > 40 ? '…' : ''}`;
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-b border-rule py-2 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto] md:grid-cols-[8.5rem_minmax(0,1fr)_6rem] ${isAside ? 'bg-desk' : ''}`}
    >
      <span className="relative block max-md:max-w-40">
        <select
          name={`block.${index}`}
          value={choice}
          aria-label={`Kind of “${name}”`}
          onChange={(event) => onChoose(index, event.currentTarget.value)}
          className="control control-compact border-transparent! bg-transparent! pl-1.5! text-small text-ink-3 hover:border-edge! focus:border-edge! focus:bg-sheet!"
        >
          {KINDS.map((each) => (
            <option key={each} value={toWire(each)}>
              {BLOCK_LABELS[each]}
            </option>
          ))}
          <option value={ASIDE}>Set aside</option>
        </select>
        <Icon
          name="chevron-down"
          size={12}
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-3"
        />
      </span>
      <div className="min-w-0 max-md:order-last max-md:col-span-2 max-md:pl-1.5">
        <p
          dir="auto"
          className={`font-copy break-words whitespace-pre-line ${isAside ? 'text-words leading-5 text-ink-3' : FACES[kind]}`}
        >
          {words}
        </p>
        {block.why !== null && isAsRead && (isAside || block.kind !== 'BODY') && (
          <p className="mt-0.5 text-small text-ink-3">{block.why}</p>
        )}
      </div>
      <span className="justify-self-end">
        <Button
          variant="quiet"
          size="compact"
          aria-label={`${isAside ? 'Put back' : 'Set aside'} “${name}”`}
          onClick={() => onChoose(index, isAside ? backTo(block) : ASIDE)}
        >
          {isAside ? 'Put back' : 'Set aside'}
        </Button>
      </span>
    </li>
  );
});

type Props = {
  index: number;
  block: ProposedBlock;
  words: string;
  choice: BlockChoice;
  onChoose: (index: number, choice: BlockChoice) => void;
};

const BODY = 'text-quote leading-6';
const FACES: Readonly<Record<BlockKind, string>> = {
  HEADLINE: 'text-head font-medium leading-8',
  STANDFIRST: `${BODY} text-ink-2 italic`,
  SUBHEAD: `${BODY} font-strong`,
  BODY,
  LIST_ITEM: `${BODY} border-l border-rule-strong pl-3`,
  QUOTE: `${BODY} border-l-2 border-rule-strong pl-3`,
  CAPTION: 'text-words leading-5 text-ink-2',
  TABLE_ROW: 'text-words leading-5 num',
  FURNITURE: BODY,
};
