'use client';

import Form from 'next/form';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field, Input, Select } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  CONFIDENTIALITY_LABELS,
  DERIVATION_LABELS,
  optionsOf,
  SOURCE_KIND_LABELS,
} from '@/lib/domain/labels';
import { CONFIDENTIALITIES, DERIVATIONS, SOURCE_KINDS } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { addSource, editSource } from '@/lib/sources/actions';
import type { SourceView } from '@/lib/sources/queries';

/** Add a source to the library, or change one: `source` is the one on screen. */
export function SourceForm({ source, parents, looked, here }: Props) {
  return (
    <>
      <KeptForm
        action={source === null ? addSource : editSource}
        keep={source === null ? 'source:new' : `source:${source.id}`}
        className="space-y-4"
      >
        {source !== null && (
          <>
            <input type="hidden" name="sourceId" value={source.id} />
            <input type="hidden" name="version" value={source.version} />
          </>
        )}
        <Field
          label="Source title"
          name="title"
          hint="What the desk calls it: “Air force post, 4 May”."
        >
          <Input
            required
            maxLength={500}
            size="tall"
            defaultValue={source?.title}
            autoComplete="off"
          />
        </Field>
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
          <Field label="Kind" name="kind">
            <Select options={KINDS} defaultValue={toWire(source?.kind ?? 'OTHER')} />
          </Field>
          <Field label="Who may know it" name="confidentiality" hint={SEAL_HINT}>
            <Select options={SEALS} defaultValue={toWire(source?.confidentiality ?? 'OPEN')} />
          </Field>
          <Field label="Link" name="url" optional className="md:col-span-2">
            <Input
              type="url"
              maxLength={4000}
              defaultValue={source?.url ?? ''}
              placeholder="https://"
              autoComplete="off"
            />
          </Field>
          <Field
            label="Who made it"
            name="creator"
            optional
            hint="A person, an office, an account."
          >
            <Input maxLength={300} defaultValue={source?.creator ?? ''} autoComplete="off" />
          </Field>
          <Field label="Publisher" name="publisher" optional>
            <Input maxLength={300} defaultValue={source?.publisher ?? ''} autoComplete="off" />
          </Field>
          <Field label="Published" name="publishedAt" optional>
            <DateTimeInput defaultAt={source?.publishedAt ?? null} />
          </Field>
          <Field label="Looked at" name="retrievedAt" optional hint="Left empty, now.">
            <DateTimeInput defaultAt={source?.retrievedAt ?? null} />
          </Field>
          <Field label="Language" name="language" optional hint="Its short code: en, uk, de.">
            <Input
              pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
              title="Write the language as its short code: en, uk, de."
              maxLength={20}
              defaultValue={source?.language ?? ''}
              autoComplete="off"
            />
          </Field>
        </div>
        <fieldset className="border-t border-rule pt-4">
          <legend className="sr-only">Where it comes from</legend>
          <h2 className="mb-1">Where it comes from</h2>
          <p className="mb-3 text-ink-2">
            A report that quotes a post is not a second origin. Say what it goes back to, and the
            two count as one.
          </p>
          <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
            <Field label="Derives from" name="derivedFromId" optional>
              <Select
                empty="Nothing: it is an origin of its own"
                options={parents}
                defaultValue={source?.derivedFromId ?? ''}
              />
            </Field>
            <Field label="In which way" name="derivation">
              <Select options={DERIVED} defaultValue={toWire(source?.derivation ?? 'QUOTES')} />
            </Field>
          </div>
          <p className="mt-3 flex flex-wrap items-center gap-2">
            <label htmlFor="find-parent" className="text-small text-ink-3">
              Not in the list? Look for it in the library:
            </label>
            <input
              key={looked}
              id="find-parent"
              form="find-parent-form"
              type="search"
              name="derives"
              defaultValue={looked}
              maxLength={200}
              className="control control-compact w-52!"
              autoComplete="off"
            />
            <button
              type="submit"
              form="find-parent-form"
              className={buttonClass({ size: 'compact' })}
            >
              Look
            </button>
          </p>
        </fieldset>
        <div className="flex gap-2 border-t border-rule pt-4">
          <SubmitButton variant="primary">{source === null ? 'Add source' : 'Save'}</SubmitButton>
          <ButtonLink variant="quiet" href={source === null ? '/sources' : `/sources/${source.id}`}>
            Cancel
          </ButtonLink>
        </div>
      </KeptForm>
      {/* A form cannot stand in a form: its field and button are above and name it. */}
      <Form id="find-parent-form" action={here} prefetch={false} scroll={false}>
        {null}
      </Form>
    </>
  );
}

type Props = {
  /** Null: a new one. */
  source: Pick<
    SourceView,
    | 'id'
    | 'version'
    | 'title'
    | 'kind'
    | 'confidentiality'
    | 'url'
    | 'creator'
    | 'publisher'
    | 'publishedAt'
    | 'retrievedAt'
    | 'language'
    | 'derivedFromId'
    | 'derivation'
  > | null;
  /** Sources it may derive from: the newest, or those looked for. */
  parents: readonly { value: string; label: string }[];
  /** The words looked for among them. */
  looked: string;
  /** The address of this page. */
  here: string;
};

const KINDS = optionsOf(SOURCE_KINDS, SOURCE_KIND_LABELS);
const SEALS = optionsOf(CONFIDENTIALITIES, CONFIDENTIALITY_LABELS);
const DERIVED = optionsOf(DERIVATIONS, DERIVATION_LABELS).map(({ value, label }) => ({
  value,
  label: `It ${label} it`,
}));
const SEAL_HINT =
  'A protected source is named to you and the editors alone, here and in every export.';
