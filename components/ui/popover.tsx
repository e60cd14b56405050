'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

/** A small panel beside its trigger, for a choice or a short form; Escape and a press outside close it. */
export function Popover({ trigger, title, align = 'start', open, onOpenChange, children }: Props) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-40">
          <Base.Popup className="max-h-[min(28rem,var(--available-height))] w-72 max-w-[var(--available-width)] overflow-auto rounded-pop border border-rule-strong bg-sheet p-4 shadow-pop">
            <Base.Title className="sr-only">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type Props = {
  trigger: ReactElement<Record<string, unknown>>;
  /** Read aloud when it opens. */
  title: string;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};
