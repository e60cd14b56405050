import type { ReactNode } from 'react';

/** Nothing here yet: says what to do first, and offers it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="max-w-measure py-9">
      <h2 className="mb-1.5 font-copy text-[1.25rem] leading-7 font-medium">{title}</h2>
      <div className="text-body text-ink-2">{children}</div>
      {action && <div className="mt-5 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}

type Props = { title: string; children: ReactNode; action?: ReactNode };
