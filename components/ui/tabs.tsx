'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { number } from '@/lib/format';

const UNDERLINE =
  'relative shrink-0 px-2 pt-2 pb-[9px] whitespace-nowrap text-ink-2 hover:text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5';

/** Panels of one page, one at a time: arrow keys move between the tabs. For views with an address use TabLinks. */
export function Tabs({ label, tabs, initial, className = '' }: Props) {
  return (
    <Base.Root defaultValue={initial ?? tabs[0]?.value} className={className}>
      <Base.List
        aria-label={label}
        className="flex gap-0.5 overflow-x-auto border-b border-rule-strong *:first:-ml-2"
      >
        {tabs.map(({ value, title, count }) => (
          <Base.Tab
            key={value}
            value={value}
            className={`${UNDERLINE} data-active:font-medium data-active:text-ink data-active:after:bg-blue focus-visible:-outline-offset-2`}
          >
            <Title title={title} count={count} />
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ value, panel }) => (
        <Base.Panel key={value} value={value} className="pt-4">
          {panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

type Props = {
  label: string;
  tabs: readonly { value: string; title: string; count?: number; panel: ReactNode }[];
  initial?: string;
  className?: string;
};

/** Views that have an address: a row of links, the current one underlined. `count` may be words ("1,000+"). */
export function TabLinks({ label, links, className = '' }: LinksProps) {
  return (
    <nav
      aria-label={label}
      className={`flex gap-0.5 overflow-x-auto overflow-y-hidden border-b border-rule-strong [scrollbar-width:none] *:first:-ml-2 ${className}`}
    >
      {links.map(({ href, title, count, current = false }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'true' : undefined}
          className={`${UNDERLINE} aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:bg-blue focus-visible:-outline-offset-2`}
        >
          <Title title={title} count={count} />
        </Link>
      ))}
    </nav>
  );
}

type LinksProps = {
  label: string;
  links: readonly { href: string; title: string; count?: number | string; current?: boolean }[];
  className?: string;
};

function Title({ title, count }: { title: string; count: number | string | undefined }) {
  return (
    <>
      {title}
      {count !== undefined && (
        <span className="num ml-1.5 font-normal text-ink-3">
          {typeof count === 'number' ? number(count) : count}
        </span>
      )}
    </>
  );
}
