import Form from 'next/form';
import type { ReactNode } from 'react';
import { buttonClass } from './button';
import { Icon } from './icon';

/** The search above a list that has an address of its own; works before JavaScript. `children`: further filters. */
export function ListSearch({ action, label, text, children }: Props) {
  return (
    <search>
      <Form action={action} prefetch={false} className="flex flex-wrap items-center gap-2 pb-3">
        <label className="control control-compact flex! w-72! items-center gap-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-blue max-md:h-9! max-md:w-auto! max-md:flex-1">
          <Icon name="search" size={14} className="text-ink-3" />
          <input
            key={text}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            name="q"
            aria-label={label}
            placeholder={label}
            defaultValue={text}
            maxLength={200}
            autoComplete="off"
            dir="auto"
            className="w-full min-w-0 bg-transparent outline-0"
          />
        </label>
        {children}
        <button type="submit" className={buttonClass({ size: 'compact' })}>
          Show
        </button>
      </Form>
    </search>
  );
}

type Props = { action: string; label: string; text: string; children?: ReactNode };

/** Why a list is not the one that its address asked for. */
export function ListProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p role="status" className="mb-3 bg-ochre-wash px-3 py-1.5">
      {problem}
    </p>
  );
}
