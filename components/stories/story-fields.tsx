'use client';

import type { ReactNode } from 'react';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Choices, Field, Input, Radio, Select, Textarea } from '@/components/ui/field';
import { optionsOf, RISK_LABELS, SCOPE_LABELS } from '@/lib/domain/labels';
import { RISKS, type Risk, STORY_SCOPES, type StoryScope } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

export type StoryFieldValues = {
  dueAt: Date | null;
  author: Person | null;
  byline: string | null;
  leadChecker: Person | null;
  risk: Risk;
  scope: StoryScope;
  scopeNote: string | null;
};
export type Person = { id: string; name: string };

/** What is known of a story beside its headline and its text, for a new one and for a change. */
export function StoryFields({ story = NEW_STORY, writers, checkers, children }: Props) {
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      <Field label="Due" name="dueAt" optional>
        <DateTimeInput defaultAt={story.dueAt} />
      </Field>
      <Field label="Risk" name="risk">
        <Select options={RISK_OPTIONS} defaultValue={toWire(story.risk)} />
      </Field>
      <Field label="Author" name="authorId" optional hint="Whoever wrote it does not check it.">
        <Select
          empty="Nobody on this desk"
          options={peopleOptions(writers, story.author)}
          defaultValue={story.author?.id ?? ''}
        />
      </Field>
      <Field label="Byline" name="byline" optional hint="As it runs, for outside writers too.">
        <Input maxLength={300} defaultValue={story.byline ?? ''} autoComplete="off" />
      </Field>
      <Field label="Lead checker" name="leadCheckerId" optional>
        <Select
          empty="Nobody yet"
          options={peopleOptions(checkers, story.leadChecker)}
          defaultValue={story.leadChecker?.id ?? ''}
        />
      </Field>
      {children}
      <div className="group md:col-span-2">
        <Choices legend="What is to be checked" name="scope" inline>
          {STORY_SCOPES.map((scope) => (
            <Radio
              key={scope}
              name="scope"
              value={toWire(scope)}
              label={SCOPE_LABELS[scope]}
              defaultChecked={story.scope === scope}
            />
          ))}
        </Choices>
        <Field
          label="Which part"
          name="scopeNote"
          hint="Printed on the sheet, so that nobody takes a part for the whole."
          className="mt-2 hidden group-has-[[value=partial]:checked]:block"
        >
          <Textarea rows={2} maxLength={1000} defaultValue={story.scopeNote ?? ''} />
        </Field>
      </div>
    </div>
  );
}

type Props = {
  story?: StoryFieldValues;
  writers: readonly Person[];
  checkers: readonly Person[];
  /** Fields that only one of the forms has. */
  children?: ReactNode;
};

const NEW_STORY: StoryFieldValues = {
  dueAt: null,
  author: null,
  byline: null,
  leadChecker: null,
  risk: 'NORMAL',
  scope: 'FULL',
  scopeNote: null,
};

const RISK_OPTIONS = optionsOf(RISKS, RISK_LABELS);

/** Those who can be chosen, and whoever is chosen already though they could not be now. */
const peopleOptions = (people: readonly Person[], chosen: Person | null) =>
  (chosen && !people.some(({ id }) => id === chosen.id) ? [...people, chosen] : people).map(
    ({ id, name }) => ({ value: id, label: name }),
  );
