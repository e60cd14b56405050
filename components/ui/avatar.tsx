import { initials } from '@/lib/format';

/** A person by initials, with the name for hover and for screen readers. Null: nobody has it. */
export function Avatar({ name, me = false, className = '' }: Props) {
  const look =
    name === null
      ? 'border-dashed border-rule-strong text-ink-3'
      : me
        ? 'border-blue bg-sheet text-blue'
        : 'border-rule-strong bg-sheet text-ink-2';
  return (
    <span
      className={`inline-grid size-6 shrink-0 place-items-center rounded-full border text-[10px] leading-none font-strong tracking-[0.02em] ${look} ${className}`}
      title={name ?? 'Unassigned'}
    >
      <span aria-hidden="true">{name === null ? '–' : initials(name)}</span>
      <span className="sr-only">{name ?? 'Unassigned'}</span>
    </span>
  );
}

type Props = {
  name: string | null;
  /** The person reading. */
  me?: boolean;
  className?: string;
};
