import type { Ref } from 'react';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field, Input, Select } from '@/components/ui/field';
import type { Proposal, ProposedFact } from '@/lib/domain/intake-proposal';
import { optionsOf, RISK_LABELS } from '@/lib/domain/labels';
import { RISKS } from '@/lib/domain/vocabulary';

/** What was read beside the words, each with where it stands: to be confirmed, written over or cleared. */
export function ProposalFacts({ proposal, story, writers, checkers, headline }: Props) {
  return (
    <div className="space-y-4">
      <Field
        label="Headline"
        name="headline"
        hint={from(proposal.headline, 'Nothing in it is clearly the headline.')}
      >
        <Input
          ref={headline}
          required
          maxLength={500}
          defaultValue={proposal.headline?.value ?? story?.headline ?? ''}
          autoComplete="off"
          size="tall"
          className="font-copy text-title! font-medium"
        />
      </Field>
      <Fact label="Byline" name="byline" fact={proposal.byline} />
      {wasPublished(proposal) && (
        <>
          <Fact label="Published by" name="publisher" fact={proposal.publisher} />
          <Fact label="Published" name="publishedAt" fact={proposal.publishedAt} isTime />
          <Fact label="Updated" name="updatedAt" fact={proposal.updatedAt} isTime />
        </>
      )}
      {story === null ? (
        <NewStory proposal={proposal} writers={writers} checkers={checkers} />
      ) : (
        <Field label="Why there is a new version" name="reason" optional>
          <Input maxLength={1000} autoComplete="off" />
        </Field>
      )}
    </div>
  );
}

/** A draft has no publisher and no date of its own: only what came from a page, or says so, is asked for them. */
const wasPublished = ({ kind, publisher, publishedAt, updatedAt }: Proposal): boolean =>
  kind === 'URL' || kind === 'HTML' || [publisher, publishedAt, updatedAt].some(Boolean);

export type Person = { id: string; name: string };
type Props = {
  proposal: Proposal;
  /** The story this becomes a version of; null: a new one. */
  story: { headline: string } | null;
  writers: readonly Person[];
  checkers: readonly Person[];
  headline: Ref<HTMLInputElement>;
};

function NewStory({
  proposal,
  writers,
  checkers,
}: Pick<Props, 'proposal' | 'writers' | 'checkers'>) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-4 border-t border-rule pt-4 max-sm:grid-cols-1">
      <Field
        label="Language"
        name="language"
        hint={from(proposal.language, 'Its short code: en, uk, de.')}
      >
        <Input
          defaultValue={proposal.language?.value ?? 'en'}
          pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
          title="Write the language as its short code: en, uk, de."
          autoComplete="off"
          maxLength={20}
        />
      </Field>
      <Field label="Risk" name="risk">
        <Select options={RISK_OPTIONS} defaultValue="normal" />
      </Field>
      <Field label="Author" name="authorId" optional>
        <Select empty="Nobody on this desk" options={optionsFor(writers)} defaultValue="" />
      </Field>
      <Field label="Lead checker" name="leadCheckerId" optional>
        <Select empty="Nobody yet" options={optionsFor(checkers)} defaultValue="" />
      </Field>
      <Field label="Due" name="dueAt" optional className="col-span-full">
        <DateTimeInput defaultAt={null} />
      </Field>
    </div>
  );
}

const RISK_OPTIONS = optionsOf(RISKS, RISK_LABELS);
const optionsFor = (people: readonly Person[]) =>
  people.map(({ id, name }) => ({ value: id, label: name }));

function Fact({
  label,
  name,
  fact,
  isTime = false,
}: {
  label: string;
  name: string;
  fact: ProposedFact | null;
  isTime?: boolean;
}) {
  return (
    <Field label={label} name={name} optional hint={from(fact, null)}>
      <Input
        maxLength={isTime ? 60 : 300}
        defaultValue={fact?.value ?? ''}
        autoComplete="off"
        {...(isTime && { placeholder: '2026-05-04', className: 'num' })}
      />
    </Field>
  );
}

const from = (fact: ProposedFact | null, without: string | null): string | null =>
  fact === null ? without : `From ${fact.from}.`;
