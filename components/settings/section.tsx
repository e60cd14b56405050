import type { ReactNode } from 'react';

/** One matter of Settings: its name and what it is about on the left, the form or table on the right. */
export function Section({ title, about, wide = false, children }: Props) {
  return (
    <section
      aria-label={title}
      className="grid gap-x-10 gap-y-4 border-b border-rule py-7 last:border-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 className="font-copy text-title font-medium">{title}</h2>
        {about && <p className="mt-1 text-ink-3">{about}</p>}
      </div>
      <div className={wide ? 'min-w-0' : 'min-w-0 max-w-measure'}>{children}</div>
    </section>
  );
}

type Props = { title: string; about?: ReactNode; wide?: boolean; children: ReactNode };
