'use client';

import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import {
  CONFIDENTIALITY_LABELS,
  DERIVATION_LABELS,
  optionsOf,
  SOURCE_KIND_LABELS,
} from '@/lib/domain/labels';
import { CONFIDENTIALITIES, DERIVATIONS, SOURCE_KINDS } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** A source as the evidence form offers it to choose from. */
export type SourceChoice = { id: string; title: string; beside: string };

/** Describes a source that is not in the library yet. */
export function SourceFields({ storyId, language, library }: Props) {
  return (
    <>
      <Field label="Source title" name="source.title">
        <Input required placeholder="What a colleague would call it" />
      </Field>
      <Field label="Link" name="source.url">
        <Input type="url" inputMode="url" placeholder="https://" dir="ltr" />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Kind" name="source.kind">
          <Select
            options={optionsOf(SOURCE_KINDS, SOURCE_KIND_LABELS)}
            defaultValue={toWire('NEWS_REPORT')}
          />
        </Field>
        <Field label="Publisher" name="source.publisher" optional>
          <Input />
        </Field>
      </div>
      <details className="group">
        <summary className="py-1 text-ink-2">More about the source</summary>
        <div className="grid gap-3 pt-2">
          <div className="grid grid-cols-2 gap-2">
            <Field label="Creator" name="source.creator" optional>
              <Input />
            </Field>
            <Field label="Language" name="source.language">
              <Input
                defaultValue={language}
                pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
                title="Write the language as its short code: en, uk, de."
              />
            </Field>
          </div>
          {library.length > 0 && (
            <div className="grid grid-cols-[1fr_2fr] gap-2">
              <Field label="It" name="source.derivation">
                <Select options={optionsOf(DERIVATIONS, DERIVATION_LABELS)} />
              </Field>
              <Field label="Another source" name="source.derivedFromId">
                <Select
                  empty="None: it is first-hand"
                  options={library.map(({ id, title }) => ({ value: id, label: title }))}
                />
              </Field>
            </div>
          )}
          <Field label="Who may know it" name="source.confidentiality">
            <Select options={optionsOf(CONFIDENTIALITIES, CONFIDENTIALITY_LABELS)} />
          </Field>
          <Checkbox
            name="source.ownStoryId"
            value={storyId}
            label="This is our own story"
            hint="A text never counts as evidence for itself."
          />
        </div>
      </details>
    </>
  );
}

type Props = { storyId: string; language: string; library: readonly SourceChoice[] };
