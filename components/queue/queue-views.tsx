'use client';

import { useEffect, useState } from 'react';
import { useReader } from '@/components/frame/reader';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { type KeptView, keepViews, keptViews } from './kept-views';

/** The views of the queue as tabs: those every desk has, with counts, and those this reader named in this browser. */
export function QueueViews({ links, here }: Props) {
  const { userId } = useReader();
  const [kept, setKept] = useState<readonly KeptView[]>([]);
  const [isNaming, setIsNaming] = useState(false);
  const own = kept.find(({ href }) => href === here);

  useEffect(() => setKept(keptViews(userId)), [userId]); // kept in the browser, which the server cannot see

  function keep(next: readonly KeptView[]) {
    setKept(next);
    keepViews(userId, next);
  }

  return (
    <nav
      aria-label="Saved views"
      className="flex shrink-0 gap-0.5 overflow-x-auto overflow-y-hidden border-b border-rule-strong bg-paper pr-6 pl-4 [scrollbar-width:none] max-md:px-2"
    >
      {links.map(({ href, title, count, current }) => (
        <a
          key={href}
          href={href}
          aria-current={current && !own ? 'true' : undefined}
          className={TAB}
        >
          {title}
          <span className="num ml-1.5 font-normal text-ink-3">{count}</span>
        </a>
      ))}
      {kept.map(({ href, title }) => (
        <a
          key={href}
          href={href}
          aria-current={href === here ? 'true' : undefined}
          className={TAB}
          dir="auto"
        >
          {title}
        </a>
      ))}
      {own ? (
        <button
          type="button"
          className={`${TAB} hover:underline`}
          onClick={() => keep(kept.filter((view) => view !== own))}
        >
          Forget this view
        </button>
      ) : (
        <Popover
          title="Save this view"
          open={isNaming}
          onOpenChange={setIsNaming}
          trigger={
            <button type="button" className={`${TAB} flex items-center gap-1 text-blue!`}>
              <Icon name="plus" size={14} />
              Save view
            </button>
          }
        >
          <form
            className="space-y-3"
            onSubmit={(event) => {
              event.preventDefault();
              const title = String(new FormData(event.currentTarget).get('title')).trim();
              if (title === '') return;
              keep([...kept.filter((view) => view.title !== title), { title, href: here }]);
              setIsNaming(false);
            }}
          >
            <Field
              label="Name of this view"
              name="title"
              hint="Kept in this browser. To give it to a colleague, use Share view."
            >
              <Input required maxLength={60} autoComplete="off" />
            </Field>
            <Button type="submit" size="compact">
              Save
            </Button>
          </form>
        </Popover>
      )}
    </nav>
  );
}

type Props = {
  links: readonly { href: string; title: string; count: string; current: boolean }[];
  /** The address of the view on screen, without its page. */
  here: string;
};

const TAB =
  'relative shrink-0 cursor-pointer px-2 pt-2 pb-[9px] whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:bottom-0 aria-[current]:after:h-0.5 aria-[current]:after:bg-blue';
