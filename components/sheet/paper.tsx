import type { ReactNode } from 'react';
import { shortHash } from '@/lib/format';
import type { SheetFacts } from '@/lib/sheets/sheet-facts';

/** A page of the sheet as it lies on the desk; on paper it begins a new one. */
export function Paper({ label, facts, children }: Props) {
  return (
    <article className="sheet-page" aria-label={label}>
      {children}
      <footer className="sheet-page-foot num">
        <span>
          {facts.story.headline}, version {facts.text.number}
        </span>
        <span className="font-mono">{shortHash(facts.text.sha256)}</span>
        <span>{label}</span>
      </footer>
    </article>
  );
}

type Props = { label: string; facts: SheetFacts; children: ReactNode };

/** The head of a section: its letter, its title, how many stand in it and what that means. */
export function SectionTitle({ letter, title, beside, isAlarm = false, id }: TitleProps) {
  return (
    <h3 id={id} className={`sheet-head mt-6.5 first:mt-0 ${isAlarm ? 'text-red' : ''}`}>
      {letter !== null && <span className="inline-block w-5">{letter}</span>}
      {letter !== null && ' '}
      {title}
      <span className={`num ml-2 text-ui font-normal ${isAlarm ? '' : 'text-ink-3'}`}>
        {beside}
      </span>
    </h3>
  );
}

type TitleProps = {
  letter: string | null;
  title: string;
  beside: string;
  isAlarm?: boolean;
  id?: string;
};

/** A wide table in a frame of its own: it scrolls, the page does not. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="sheet-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
