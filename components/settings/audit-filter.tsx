import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import type { AuditVerb } from '@/lib/audit/event';
import { AUDIT_WORDS } from '@/lib/audit/verb-words';

/** Narrows the log by what was done and by whom; a plain form, so that the address holds the view. */
export function AuditFilter({ what, who, people }: Props) {
  const whats = Object.entries(AUDIT_WORDS)
    .map(([value, words]) => ({ value, label: words.charAt(0).toUpperCase() + words.slice(1) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  return (
    <form
      action="/settings/audit"
      className="ml-auto flex flex-wrap items-end gap-2 max-md:ml-0 max-md:w-full"
    >
      <Field label="What" name="what" className="w-52 max-md:min-w-40 max-md:flex-1">
        <Select size="compact" empty="Everything" options={whats} defaultValue={what ?? ''} />
      </Field>
      <Field label="Who" name="who" className="w-44 max-md:min-w-36 max-md:flex-1">
        <Select
          size="compact"
          empty="Everybody"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={who ?? ''}
        />
      </Field>
      <Button type="submit" size="compact">
        Filter
      </Button>
    </form>
  );
}

type Props = {
  what: AuditVerb | undefined;
  who: string | undefined;
  people: readonly { id: string; name: string }[];
};
