'use client';

import Link from 'next/link';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { Icon, type IconName } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/kbd';
import type { ChangeKind } from '@/lib/stories/version-change';
import { type Decision, DecisionItem } from './decision-item';

/** What a version did to each claim, those that need a person first; walked with J and K, decided with a key each. */
export function VersionDecisions({ decisions, storyId, isCurrent }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const told = decisions.filter(({ claim }) => claim.kind !== 'kept');
  const kept = decisions.filter(({ claim }) => claim.kind === 'kept');
  const [current, setCurrent] = useState<string | null>(null);

  function step(by: 1 | -1) {
    const at = told.findIndex(({ claim }) => claim.id === current);
    const next = at < 0 ? told[by === 1 ? 0 : told.length - 1] : told[at + by];
    if (next) setCurrent(next.claim.id);
  }

  function press(key: string) {
    const row = current && list.current?.querySelector(`[data-item="${CSS.escape(current)}"]`);
    if (!row) return step(1);
    row.querySelector<HTMLButtonElement>(`button[data-key="${key}"]`)?.click();
  }

  useShortcuts([
    { keys: 'j', does: 'Next claim', run: () => step(1) },
    { keys: 'k', does: 'Previous claim', run: () => step(-1) },
    { keys: 'a', does: 'Same claim, new words', run: () => press('a') },
    { keys: 'x', does: 'Cut the claim with its words', run: () => press('x') },
    ...PLACES.map((key) => ({
      keys: key,
      does: `Choose place ${key}`,
      run: () => press(key),
    })),
  ]);

  // The row and its words in the copy, which the server has drawn.
  useEffect(() => {
    for (const old of document.querySelectorAll('.version-words mark[data-on]'))
      old.removeAttribute('data-on');
    if (current === null) return;
    const id = CSS.escape(current);
    list.current?.querySelector(`[data-item="${id}"]`)?.scrollIntoView({ block: 'nearest' });
    const marks = document.querySelectorAll(`.version-words mark[data-claim="${id}"]`);
    for (const mark of marks) mark.setAttribute('data-on', '');
    if (window.matchMedia('(width >= 68rem)').matches)
      marks[0]?.scrollIntoView({ block: 'center' });
  }, [current]);

  return (
    <div ref={list}>
      {isCurrent && told.some(({ claim: { may } }) => may.accept || may.choose || may.cut) && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3 max-md:hidden">
          <span>
            <Kbd keys={['J', 'K']} /> next, previous
          </span>
          <span>
            <Kbd keys="A" /> same claim, new words
          </span>
          <span>
            <Kbd keys="X" /> cut
          </span>
          <span>
            <Kbd keys={['1', '9']} /> choose a place
          </span>
        </p>
      )}
      {GROUPS.map(({ kind, icon, tint, name, beside }) => {
        const own = told.filter(({ claim }) => claim.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} aria-label={name} className="mt-3.5">
            <h2 className="flex items-center gap-1.5 border-b border-rule-strong pb-1.5">
              <span className={`sign ${tint}`}>
                <Icon name={icon} /> {name}
              </span>
              <span className="num font-normal text-ink-3">
                {own.length}, {beside}
              </span>
            </h2>
            <ul>
              {own.map((decision) => (
                <DecisionItem
                  key={decision.claim.id}
                  decision={decision}
                  storyId={storyId}
                  isOn={decision.claim.id === current}
                  onChoose={() => setCurrent(decision.claim.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {kept.length > 0 && (
        <section aria-label="Kept" className="mt-3.5">
          <h2 className="border-b border-rule-strong pb-1.5">
            Kept <span className="num font-normal text-ink-3">{kept.length}, untouched</span>
          </h2>
          <p className="flex flex-wrap gap-x-3 pt-1.5 text-ink-2">
            {kept.map(({ claim, ref }) => (
              <Fragment key={claim.id}>
                <Link href={`/claims/${claim.id}`} className="py-0.5 hover:underline">
                  {ref}
                </Link>
              </Fragment>
            ))}
          </p>
        </section>
      )}
    </div>
  );
}

type Props = { decisions: readonly Decision[]; storyId: string; isCurrent: boolean };

const PLACES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

const GROUPS: readonly {
  kind: ChangeKind;
  icon: IconName;
  tint: string;
  name: string;
  beside: string;
}[] = [
  {
    kind: 'changed',
    icon: 'back',
    tint: 'tint-reopened',
    name: 'Changed',
    beside: 'a verdict on the old words is void',
  },
  {
    kind: 'ambiguous',
    icon: 'fork',
    tint: 'tint-warn',
    name: 'Ambiguous',
    beside: 'several places fit',
  },
  { kind: 'lost', icon: 'struck', tint: 'tint-quiet', name: 'Lost', beside: 'the words are gone' },
  {
    kind: 'moved',
    icon: 'moved',
    tint: 'tint-act',
    name: 'Moved',
    beside: 'same words, sign-off stays',
  },
];
