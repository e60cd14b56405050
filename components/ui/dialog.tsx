'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';

/**
 * A dialog over the page: focus goes in, stays in, and comes back to what opened it; Escape closes. On a phone it
 * rises from the foot. Open it by `trigger`, or hold `open` and `onOpenChange` yourself.
 */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  bare = false,
  width = 'normal',
  children,
}: Props) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-[var(--duration-place)] data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={`fixed z-50 flex max-h-[85dvh] flex-col overflow-hidden rounded-pop border border-rule-strong bg-sheet shadow-pop transition-[opacity,translate] duration-[var(--duration-place)] ease-place data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 inset-x-0 md:top-[12dvh] md:mx-auto md:max-h-[76dvh] ${bare ? 'max-md:top-0 max-md:rounded-t-none' : 'max-md:bottom-0 max-md:rounded-b-none'} ${WIDTHS[width]}`}
        >
          {bare ? (
            <>
              <Base.Title className="sr-only">{title}</Base.Title>
              {children}
            </>
          ) : (
            <>
              <div className="flex shrink-0 items-center gap-3 border-b border-rule py-2 pr-2 pl-5">
                <Base.Title className="font-copy text-title font-medium">{title}</Base.Title>
                <Base.Close
                  aria-label="Close"
                  className={`ml-auto ${buttonClass({ variant: 'quiet', square: true })}`}
                >
                  <Icon name="close" />
                </Base.Close>
              </div>
              <div className="overflow-auto px-5 pt-4 pb-5">
                {description && (
                  <Base.Description className="mb-4 text-body text-ink-2">
                    {description}
                  </Base.Description>
                )}
                {children}
              </div>
            </>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const WIDTHS = { normal: 'md:max-w-lg', wide: 'md:max-w-2xl' };

type Props = {
  /** A Button, as an element. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** Without head and padding, at the top of the window; the content then brings its own DialogClose. */
  bare?: boolean;
  width?: keyof typeof WIDTHS;
  children: ReactNode;
};

/** A button inside a dialog that closes it without doing anything. */
export function DialogClose({
  children,
  className = buttonClass({ variant: 'quiet' }),
}: CloseProps) {
  return <Base.Close className={className}>{children}</Base.Close>;
}
type CloseProps = { children: ReactNode; className?: string };
