'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { FormMessage } from '@/components/ui/form-message';
import { Icon } from '@/components/ui/icon';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { count, number } from '@/lib/format';
import { settleIntake } from '@/lib/intake/actions';
import type { IntakePreview } from '@/lib/intake/queries';
import { BesideIt } from './beside-it';
import { ASIDE, type BlockChoice, BlockRow, choiceOf } from './block-row';
import { type Person, ProposalFacts } from './proposal-facts';

/** The preview: the copy as it was read, block by block, and what was read beside it. */
export function ProposalForm({ intake, writers, checkers }: Props) {
  const { proposal } = intake;
  const [choices, setChoices] = useState(() => proposal.blocks.map(choiceOf));
  const headline = useRef<HTMLInputElement>(null);
  const words = useMemo(
    () => proposal.blocks.map(({ start, end }) => proposal.copy.slice(start, end)),
    [proposal],
  );
  const choose = useCallback((index: number, choice: BlockChoice) => {
    setChoices((before) =>
      before.map((each, at) =>
        at === index
          ? choice
          : // A story has one headline.
            choice === 'headline' && each === 'headline'
            ? 'subhead'
            : each,
      ),
    );
  }, []);
  const aside = choices.filter((choice) => choice === ASIDE).length;

  return (
    <KeptForm
      action={settleIntake}
      keep={`intake:${intake.id}`}
      message="own"
      resets={false}
      className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]"
    >
      <input type="hidden" name="intakeId" value={intake.id} />
      <input type="hidden" name="version" value={intake.version} />
      <section aria-label="The copy" className="min-w-0">
        <h2 className="flex flex-wrap items-baseline gap-x-3 border-b border-rule-strong pb-2">
          The copy
          <span className="num ml-auto font-normal text-ink-3" role="status">
            {count(choices.length - aside, 'block')}, {number(aside)} set aside
          </span>
        </h2>
        <ol>
          {proposal.blocks.map((block, index) => (
            <BlockRow
              key={block.start}
              index={index}
              block={block}
              words={words[index] ?? ''}
              choice={choices[index] ?? ASIDE}
              onChoose={choose}
            />
          ))}
        </ol>
      </section>
      <div className="min-w-0 space-y-5 max-lg:order-first">
        {proposal.notices.length > 0 && <Notices notices={proposal.notices} />}
        <BesideIt copy={proposal.copy} annotations={proposal.annotations} />
        <ProposalFacts
          proposal={proposal}
          story={intake.story}
          writers={writers}
          checkers={checkers}
          headline={headline}
        />
      </div>
      <div className="sticky bottom-[var(--frame-foot)] col-span-full -mx-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule-strong bg-paper px-2 py-3">
        <SubmitButton variant="primary" name="settle" value="confirm" pendingWord="Bringing in">
          Bring in
        </SubmitButton>
        <SubmitButton name="settle" value="keep" pendingWord="Keeping">
          Keep for later
        </SubmitButton>
        <span className="text-small text-ink-3 max-lg:hidden">
          What is set aside stays in the text, and nobody has to check it.
        </span>
        <FormMessage className="min-w-0 flex-1 basis-48" />
      </div>
    </KeptForm>
  );
}

type Props = {
  intake: IntakePreview;
  writers: readonly Person[];
  checkers: readonly Person[];
};

/** What to know before confirming. */
function Notices({ notices }: { notices: readonly string[] }) {
  return (
    <section aria-label="Look at these" className="border-l-3 border-ochre bg-ochre-wash px-3 py-2">
      <ul className="space-y-1.5 text-small">
        {notices.map((notice) => (
          <li key={notice} className="flex gap-1.5">
            <Icon name="warn" size={14} className="mt-px shrink-0 text-ochre" />
            <span className="min-w-0 break-words">{notice}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
