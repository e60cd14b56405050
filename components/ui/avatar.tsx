import { initials } from '@/lib/format';

/** A person by initials, with the name for hover and for screen readers. Null: nobody has it. */
export function Avatar({ name, me = false, className = '' }: Props) {
  return (
    <span
      className={`avatar ${me ? 'avatar-me' : ''} ${className}`.trimEnd()}
      title={name ?? 'Unassigned'}
      data-initials={name === null ? undefined : initials(name)}
    >
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
