'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Checkbox, Choices, Field, Input, Select, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { editClaim } from '@/lib/claims/actions';
import type { ClaimView } from '@/lib/claims/queries';
import {
  ATTRIBUTION_ROLE_LABELS,
  FLAG_LABELS,
  GROUND_LABELS,
  optionsOf,
  POLARITY_LABELS,
  QUALIFIER_LABELS,
  TYPE_LABELS,
} from '@/lib/domain/labels';
import {
  ATTRIBUTION_ROLES,
  CLAIM_TYPES,
  FLAGS,
  GROUNDS,
  POLARITIES,
  QUALIFIERS,
} from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** All that is said about a claim beside its words and findings. */
export function DetailsForm({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  return (
    <KeptForm
      action={editClaim}
      keep={`details:${claim.id}`}
      className="grid gap-3"
      onDone={onClose}
      aria-label="Claim’s details"
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
      <Field label="As a sentence of its own" name="restatement" optional>
        <Textarea rows={2} defaultValue={claim.restatement ?? ''} autoFocus />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Type" name="type">
          <Select options={optionsOf(CLAIM_TYPES, TYPE_LABELS)} defaultValue={toWire(claim.type)} />
        </Field>
        <Field label="Polarity" name="polarity">
          <Select
            options={optionsOf(POLARITIES, POLARITY_LABELS)}
            defaultValue={toWire(claim.polarity)}
          />
        </Field>
      </div>
      <Choices legend="Flags" name="flags" inline>
        <input type="hidden" name="flags" value="" />
        {FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            name="flags"
            value={toWire(flag)}
            label={FLAG_LABELS[flag]}
            defaultChecked={claim.flags.includes(flag)}
          />
        ))}
      </Choices>
      <Chain claim={claim} />
      <Figures claim={claim} />
      <Field label="As of" name="asOf" optional>
        <DateTimeInput defaultAt={claim.asOf} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="In the time zone" name="timeZone" optional>
          <Input defaultValue={claim.timeZone ?? ''} placeholder="Europe/Kyiv" />
        </Field>
        <Field label="Place" name="place" optional>
          <Input defaultValue={claim.place ?? ''} />
        </Field>
      </div>
      <Field label="Due" name="dueAt" optional>
        <DateTimeInput defaultAt={claim.dueAt} />
      </Field>
      <Field label="Check again after" name="reviewBy" optional>
        <DateTimeInput defaultAt={claim.reviewBy} />
      </Field>
      <div className="flex gap-2">
        <SubmitButton>Save details</SubmitButton>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </KeptForm>
  );
}

/** Who says so, from the first mouth to our text: a row for each. */
function Chain({ claim }: { claim: ClaimView }) {
  const rows = useRows(claim.attribution);
  return (
    <Rows
      legend="Who says so"
      hint="From whoever said it first towards our text. Nobody: it is our own assertion."
      name="attribution"
      more="Add a link of the chain"
      rows={rows}
    >
      {(link, index) => (
        <div className="grid grid-cols-2 gap-2">
          <Field label="Party" name={`attribution.${index}.party`}>
            <Input size="compact" defaultValue={link?.party ?? ''} />
          </Field>
          <Field label="As" name={`attribution.${index}.role`}>
            <Select
              size="compact"
              options={optionsOf(ATTRIBUTION_ROLES, ATTRIBUTION_ROLE_LABELS)}
              defaultValue={toWire(link?.role ?? 'SPEAKER')}
            />
          </Field>
          <Field label="Verb" name={`attribution.${index}.verb`} optional>
            <Input size="compact" defaultValue={link?.verb ?? ''} placeholder="said" />
          </Field>
          <Field label="Ground" name={`attribution.${index}.ground`}>
            <Select
              size="compact"
              options={optionsOf(GROUNDS, GROUND_LABELS)}
              defaultValue={toWire(link?.ground ?? 'ON_RECORD')}
            />
          </Field>
        </div>
      )}
    </Rows>
  );
}

function Figures({ claim }: { claim: ClaimView }) {
  const rows = useRows(claim.quantities);
  return (
    <Rows legend="Figures" name="quantities" more="Add a figure" rows={rows}>
      {(quantity, index) => (
        <div className="grid grid-cols-2 gap-2">
          <Field label="Qualifier" name={`quantities.${index}.qualifier`}>
            <Select
              size="compact"
              options={optionsOf(QUALIFIERS, QUALIFIER_LABELS)}
              defaultValue={toWire(quantity?.qualifier ?? 'EXACT')}
            />
          </Field>
          <Field label="Value" name={`quantities.${index}.value`}>
            <Input size="compact" inputMode="decimal" defaultValue={quantity?.value ?? ''} />
          </Field>
          <Field label="Lowest" name={`quantities.${index}.low`} optional>
            <Input size="compact" inputMode="decimal" defaultValue={quantity?.low ?? ''} />
          </Field>
          <Field label="Highest" name={`quantities.${index}.high`} optional>
            <Input size="compact" inputMode="decimal" defaultValue={quantity?.high ?? ''} />
          </Field>
          <Field label="Unit" name={`quantities.${index}.unit`}>
            <Input size="compact" defaultValue={quantity?.unit ?? ''} placeholder="drones" />
          </Field>
          <Field label="Of what" name={`quantities.${index}.ofWhat`} optional>
            <Input size="compact" defaultValue={quantity?.ofWhat ?? ''} placeholder="of those 24" />
          </Field>
        </div>
      )}
    </Rows>
  );
}

type Row<Item> = { key: number; item: Item | null };

function useRows<Item>(items: readonly Item[]) {
  const [next, setNext] = useState(items.length);
  const [rows, setRows] = useState<Row<Item>[]>(() => items.map((item, key) => ({ key, item })));
  return {
    rows,
    add() {
      setRows([...rows, { key: next, item: null }]);
      setNext(next + 1);
    },
    remove: (key: number) => setRows(rows.filter((row) => row.key !== key)),
  };
}

function Rows<Item>({ legend, hint, name, more, rows, children }: RowsProps<Item>) {
  const id = useId();
  return (
    <fieldset className="border-t border-rule pt-2.5" aria-describedby={hint && id}>
      <legend className="float-left w-full font-medium">{legend}</legend>
      {hint && (
        <p id={id} className="clear-both text-small text-ink-3">
          {hint}
        </p>
      )}
      <input type="hidden" name={name} value="" />
      <ol className="clear-both">
        {rows.rows.map(({ key, item }, index) => (
          <li key={key} className="mt-2 border-l-2 border-rule-strong pl-3">
            {children(item, index)}
            <Button
              variant="quiet"
              size="compact"
              className="mt-1 -ml-1.5"
              onClick={() => rows.remove(key)}
            >
              Remove
              <span className="sr-only">
                {' '}
                {legend.toLowerCase()} {index + 1}
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <Button variant="quiet" size="compact" icon="plus" className="mt-1" onClick={rows.add}>
        {more}
      </Button>
    </fieldset>
  );
}

type RowsProps<Item> = {
  legend: string;
  hint?: string;
  /** Of the list; a field with it says that the list was shown, also when it is empty. */
  name: string;
  more: string;
  rows: ReturnType<typeof useRows<Item>>;
  children: (item: Item | null, index: number) => React.ReactNode;
};
