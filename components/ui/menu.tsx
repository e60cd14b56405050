'use client';

import { Menu as Base } from '@base-ui/react/menu';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** A menu of actions under its trigger: arrow keys, first letters, Escape. */
export function Menu({ trigger, label, align = 'end', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      {/* It hangs from the body, outside every landmark: a region of its own lets people who move by landmarks find it. */}
      <Base.Portal render={<section aria-label={label} />}>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-40">
          <Base.Popup className="max-h-[var(--available-height)] min-w-52 overflow-auto rounded-pop border border-rule-strong bg-sheet py-1.5 shadow-pop outline-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type Props = {
  trigger: ReactElement<Record<string, unknown>>;
  /** What the menu is about, for screen readers: "Account". */
  label: string;
  align?: 'start' | 'end';
  children: ReactNode;
};

/** One action. `keys` shows the shortcut that does the same. */
export function MenuItem({ icon, keys, children, onSelect, disabled = false }: ItemProps) {
  return (
    <Base.Item className="menu-item" onClick={onSelect} disabled={disabled}>
      <Row icon={icon} keys={keys}>
        {children}
      </Row>
    </Base.Item>
  );
}

type ItemProps = {
  icon?: IconName;
  keys?: string;
  children: ReactNode;
  onSelect: () => void;
  disabled?: boolean;
};

/** One place to go. */
export function MenuLink({ href, icon, keys, children }: LinkProps) {
  return (
    <Base.LinkItem className="menu-item" closeOnClick render={<Link href={href} />}>
      <Row icon={icon} keys={keys}>
        {children}
      </Row>
    </Base.LinkItem>
  );
}

type LinkProps = { href: string; icon?: IconName; keys?: string; children: ReactNode };

/** One choice of several; the chosen one is ticked. */
export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: ChoicesProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-1.5 pb-1 text-small text-ink-3">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: Value) => onChoose(next)}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            className="menu-item"
            closeOnClick
          >
            <span className="inline-grid w-4">
              <Base.RadioItemIndicator>
                <Icon name="check" size={14} className="text-blue" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

type ChoicesProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
};

export function MenuRule() {
  return <Base.Separator className="my-1.5 border-t border-rule" />;
}

/** Words at the head of a menu that cannot be chosen. */
export function MenuNote({ children }: { children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 py-1.5">{children}</Base.GroupLabel>
    </Base.Group>
  );
}

function Row({
  icon,
  keys,
  children,
}: {
  icon: IconName | undefined;
  keys: string | undefined;
  children: ReactNode;
}) {
  return (
    <>
      {icon && <Icon name={icon} size={14} className="text-ink-3" />}
      <span className="flex-1">{children}</span>
      {keys && <kbd>{keys}</kbd>}
    </>
  );
}
