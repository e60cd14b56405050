import { initials } from '@/lib/format';

/** A person by initials, with the name for hover and for screen readers. Null: nobody has it. */
export function Avatar({ name, me = false, className = '' }: Props) {
  const who = name ?? 'Unassigned';
  return (
    <span
      role="img"
      aria-label={who}
      title={who}
      className={`avatar ${me ? 'avatar-me' : ''} ${className}`.trimEnd()}
      data-initials={name === null ? undefined : initials(name)}
    />
  );
}

type Props = {
  name: string | null;
  /** The person reading. */
  me?: boolean;
  className?: string;
};
