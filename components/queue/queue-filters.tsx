'use client';

import { useRouter } from 'next/navigation';
import {
  type ChangeEvent,
  type SubmitEvent,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Option, Select } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import {
  conditionCount,
  parseQueueView,
  type QueueView,
  queueHref,
  SORTS,
  statusesOnWire,
} from '@/lib/claims/queue-view';
import { FLAG_LABELS, optionsOf, STATUS_LABELS, TYPE_LABELS } from '@/lib/domain/labels';
import { CLAIM_STATUSES, CLAIM_TYPES, FLAGS } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { StatusChoices } from './status-choices';

/**
 * What the queue is narrowed by. A form that leads to an address: it works with the button before JavaScript, and by
 * itself afterwards.
 */
export function QueueFilters({ view, story, people, count }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isChoosing, setIsChoosing] = useState(false);
  const [isReady, setIsReady] = useState(false);
  const [isGoing, startTransition] = useTransition();
  const router = useRouter();
  const conditions = conditionCount(view);

  useEffect(() => setIsReady(true), []); // without JavaScript the button stays

  // The address has changed by a link or by Back: the field follows, unless somebody is typing in it.
  useEffect(() => {
    const field = search.current;
    if (field && document.activeElement !== field) field.value = view.text ?? '';
  }, [view.text]);

  useShortcuts([
    {
      keys: '/',
      does: 'Search the queue',
      run: () => search.current?.select(),
    },
  ]);

  /** To the address that the form now says. Typing replaces it, so that Back does not go letter by letter. */
  function go(how: 'push' | 'replace') {
    clearTimeout(typing.current);
    if (!form.current) return;
    const query: Record<string, string[]> = {};
    for (const [name, value] of new FormData(form.current)) {
      query[name] ??= [];
      if (typeof value === 'string') query[name].push(value);
    }
    const next = parseQueueView(query).view;
    const href = queueHref(next);
    if (href === queueHref(view)) return;
    startTransition(() => (how === 'push' ? router.push(href) : router.replace(href)));
  }

  function change(event: ChangeEvent<HTMLFormElement>) {
    const { name, value } = event.target as unknown as HTMLSelectElement;
    if (name === 'q' || name === '') return;
    if (value === SEVERAL) setIsChoosing(true);
    else go('push');
  }

  const several = view.statuses.length > 1 ? statusesOnWire(view.statuses) : null;
  const person =
    view.assignee === null || people.some(({ id }) => id === view.assignee) ? [] : [view.assignee];

  return (
    <search className="shrink-0 bg-paper max-md:border-b max-md:border-rule">
      <form
        ref={form}
        action="/queue"
        onChange={change}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          go('push');
        }}
        data-going={isGoing ? '' : undefined}
        className="flex flex-wrap items-center gap-2 px-6 py-2 max-md:px-4"
      >
        <label className="control control-compact flex! w-62! items-center gap-2 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-blue max-md:h-9 max-md:w-auto! max-md:flex-1">
          <Icon name="search" size={14} className="text-ink-3" />
          <input
            ref={search}
            type="text"
            inputMode="search"
            enterKeyHint="search"
            name="q"
            aria-label="Search claims"
            aria-keyshortcuts="/"
            placeholder="Search claims"
            defaultValue={view.text ?? ''}
            maxLength={200}
            autoComplete="off"
            dir="auto"
            className="w-full min-w-0 bg-transparent outline-0"
            onInput={() => {
              clearTimeout(typing.current);
              typing.current = setTimeout(() => go('replace'), 250);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && event.currentTarget.value === '')
                event.currentTarget.blur();
            }}
          />
        </label>
        <input
          type="checkbox"
          id="queue-filters"
          className="q-fold sr-only"
          aria-label="Show the filters"
        />
        <label
          htmlFor="queue-filters"
          className={`q-fold-label md:hidden! h-9! ${buttonClass({ size: 'compact' })}`}
          aria-hidden="true"
        >
          <Icon name="filter" size={14} />
          Filter {conditions > 0 && <b className="num font-medium">{conditions}</b>}
        </label>
        <div className="q-fields flex flex-wrap items-center gap-2 max-md:w-full">
          <Chip
            name="status"
            label="Status"
            value={several ?? view.statuses.map(toWire).join()}
            options={[
              { value: 'open', label: 'Open' },
              ...(several && several !== 'open'
                ? [{ value: several, label: `${view.statuses.length} statuses` }]
                : []),
              ...STATUS_OPTIONS,
              ...(isReady ? [{ value: SEVERAL, label: 'Several…' }] : []),
            ]}
          />
          <Chip
            name="type"
            label="Type"
            value={view.types.map(toWire).join()}
            options={[
              ...(view.types.length > 1
                ? [{ value: view.types.map(toWire).join(), label: `${view.types.length} types` }]
                : []),
              ...TYPE_OPTIONS,
            ]}
          />
          <Chip
            name="assignee"
            label="Assignee"
            value={view.assignee ?? ''}
            options={[
              { value: 'me', label: 'Me' },
              { value: 'nobody', label: 'Nobody' },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
              ...person
                .filter((id) => id !== 'me' && id !== 'nobody')
                .map((id) => ({ value: id, label: 'Somebody else' })),
            ]}
          />
          <Chip
            name="flag"
            label="Flag"
            value={view.flag === null ? '' : toWire(view.flag)}
            options={FLAG_OPTIONS}
          />
          <label
            className={`flex h-compact items-center gap-2 rounded-control border px-2.5 ${view.overdue ? 'border-blue text-blue' : 'border-rule-strong'}`}
          >
            <input
              key={String(view.overdue)}
              type="checkbox"
              name="overdue"
              value="true"
              defaultChecked={view.overdue}
              className="tick-box"
            />
            Overdue
          </label>
          {view.storyId !== null && (
            <span className="flex h-compact max-w-64 items-center gap-1.5 rounded-control border border-blue pl-2.5 text-blue">
              <input type="hidden" name="story" value={view.storyId} />
              <span className="truncate" dir="auto">
                {story ?? 'One story'}
              </span>
              <a
                href={queueHref({ storyId: null }, view)}
                aria-label="Show claims of every story"
                className="grid size-6.5 shrink-0 place-items-center"
              >
                <Icon name="close" size={14} />
              </a>
            </span>
          )}
          <Chip
            name="sort"
            label="Order"
            value={sortWord(view)}
            options={sortOptions(view)}
            any={null}
          />
          {!isReady && (
            <Button type="submit" size="compact">
              Show
            </Button>
          )}
          {conditions > 0 && (
            <a
              href={queueHref({ text: view.text, sort: view.sort, descending: view.descending })}
              className={buttonClass({ variant: 'quiet', size: 'compact' })}
            >
              Clear
            </a>
          )}
        </div>
        <span className="num ml-auto whitespace-nowrap text-ink-3 max-md:hidden" role="status">
          {count}
        </span>
      </form>
      {isChoosing && (
        <Dialog
          open
          onOpenChange={(isOpen) => {
            setIsChoosing(isOpen);
            if (!isOpen) form.current?.reset();
          }}
          title="Several statuses"
        >
          <StatusChoices
            view={view}
            onChosen={(href) => {
              setIsChoosing(false);
              startTransition(() => router.push(href));
            }}
          />
        </Dialog>
      )}
    </search>
  );
}

type Props = {
  view: QueueView;
  /** Headline of the story the view is narrowed to; null without one. */
  story: string | null;
  people: readonly { id: string; name: string }[];
  /** How many claims the view has, in words. */
  count: string;
};

const SEVERAL = 'several';
const STATUS_OPTIONS = optionsOf(CLAIM_STATUSES, STATUS_LABELS);
const TYPE_OPTIONS = optionsOf(CLAIM_TYPES, TYPE_LABELS);
const FLAG_OPTIONS = optionsOf(FLAGS, FLAG_LABELS);

const sortWord = ({ sort, descending }: QueueView): string =>
  descending === SORTS[sort].descending ? sort : `-${sort}`;

/** Every order, and the present one when it is one of them turned round. */
const sortOptions = (view: QueueView): Option[] => {
  const word = sortWord(view);
  const options = Object.entries(SORTS).map(([value, { label }]) => ({ value, label }));
  return word.startsWith('-')
    ? [...options, { value: word, label: SORTS[view.sort].reversed }]
    : options;
};

function Chip({ name, label, value, options, any = label }: ChipProps) {
  const isOn = any !== null && value !== '';
  return (
    <Select
      name={name}
      aria-label={label}
      defaultValue={value}
      {...(any !== null && { empty: any })}
      options={options}
      size="compact"
      className={`w-auto! max-w-44 [&>select]:field-sizing-content [&>select]:border-rule-strong [&>select]:pl-2.5! ${isOn ? '[&>select]:border-blue! [&>select]:text-blue!' : ''}`}
    />
  );
}
type ChipProps = {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  /** The words for no choice; null when there always is one. */
  any?: string | null;
};
