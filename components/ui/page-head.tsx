import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';

/**
 * The head of a page: where we are, its title in the copy face, facts beside it, actions at the end.
 * `bar` draws it as the strip over a workbench; otherwise it opens a page that is read.
 */
export function PageHead({ title, crumbs = [], facts, actions, bar = false }: Props) {
  return (
    <div
      className={
        bar
          ? 'flex min-h-13 shrink-0 flex-wrap items-baseline gap-x-5 gap-y-1 border-b border-rule-strong bg-desk px-6 py-2.5 max-md:px-4'
          : 'flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-4 pb-3'
      }
    >
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <h1 className={`min-w-0 ${bar ? 'text-title' : ''}`}>{title}</h1>
      {facts && <div className="num flex flex-wrap gap-x-4 text-ink-3">{facts}</div>}
      {actions && (
        <div className="ml-auto flex flex-wrap items-center gap-2 self-center">{actions}</div>
      )}
    </div>
  );
}

export type Crumb = { href: string; label: string };

type Props = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  facts?: ReactNode;
  actions?: ReactNode;
  bar?: boolean;
};

/** The way back, as links. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are" className="flex items-baseline gap-2 text-ink-3">
      {crumbs.map(({ href, label }) => (
        <Fragment key={href}>
          <Link href={href} className="py-1 hover:text-ink hover:underline">
            {label}
          </Link>
          <span aria-hidden="true">/</span>
        </Fragment>
      ))}
    </nav>
  );
}
