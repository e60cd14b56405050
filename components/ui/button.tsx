import Link from 'next/link';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon';

export type ButtonVariant = 'primary' | 'default' | 'quiet';
export type ButtonSize = 'tall' | 'normal' | 'compact';

/** Why a button cannot be pressed: a sentence of its own, or the id of one that stands nearby. */
export type Disabled = { reason: string } | { reasonId: string };

/** The classes of a button, for links and triggers that must look like one. */
export function buttonClass({
  variant = 'default',
  size = 'normal',
  square = false,
  disabled = false,
}: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  square?: boolean;
  disabled?: boolean;
} = {}): string {
  return [
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border text-ui font-medium whitespace-nowrap select-none transition-colors duration-[var(--duration-quick)]',
    disabled ? 'cursor-not-allowed border-dashed border-rule-strong text-ink-3' : VARIANTS[variant],
    SIZES[size],
    square ? SQUARES[size] : PADDINGS[variant === 'quiet' ? 'quiet' : 'framed'][size],
  ].join(' ');
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-blue-fill bg-blue-fill text-on-fill hover:border-blue-press hover:bg-blue-press',
  default: 'border-edge bg-sheet text-ink hover:bg-hover active:bg-desk',
  quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink aria-expanded:bg-hover',
};
const SIZES: Record<ButtonSize, string> = {
  tall: 'h-10 text-body',
  normal: 'h-control',
  compact: 'h-compact',
};
const PADDINGS: Record<'framed' | 'quiet', Record<ButtonSize, string>> = {
  framed: { tall: 'px-4', normal: 'px-3', compact: 'px-2.5' },
  quiet: { tall: 'px-2.5', normal: 'px-2', compact: 'px-1.5' },
};
const SQUARES: Record<ButtonSize, string> = {
  tall: 'w-10',
  normal: 'w-control',
  compact: 'w-compact',
};

type Look = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** An icon alone; give aria-label. */
  square?: boolean;
};

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  Look & { disabled?: Disabled | false };

/**
 * A button. At most one `primary` on a screen. `disabled` takes the reason: the button then stays in the tab order,
 * is drawn dashed, does nothing, and is described by the sentence. `type` is "button" unless given.
 */
export function Button({
  variant = 'default',
  size = 'normal',
  icon,
  square = false,
  disabled = false,
  className = '',
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const ownId = useId();
  const look = `${buttonClass({ variant, size, square, disabled: disabled !== false })} ${className}`;
  const content = <Content icon={icon}>{children}</Content>;
  if (disabled === false)
    return (
      <button type={type} className={look} {...rest}>
        {content}
      </button>
    );
  const reasonId = 'reasonId' in disabled ? disabled.reasonId : ownId;
  const { onClick: _, ...inert } = rest;
  return (
    <>
      <button
        {...inert}
        type="button"
        className={look}
        aria-disabled="true"
        aria-describedby={reasonId}
        title={'reason' in disabled ? disabled.reason : undefined}
      >
        {content}
      </button>
      {'reason' in disabled && (
        <span id={ownId} className="sr-only">
          {disabled.reason}
        </span>
      )}
    </>
  );
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({
  variant = 'default',
  size = 'normal',
  icon,
  square = false,
  className = '',
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={`${buttonClass({ variant, size, square })} ${className}`} {...rest}>
      <Content icon={icon}>{children}</Content>
    </Link>
  );
}

function Content({ icon, children }: { icon: IconName | undefined; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </>
  );
}
