import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { reasonSentence, SECTION_HEADS, SHEET_SECTIONS } from '@/lib/domain/sheet-sections';
import { city, clock, dayAndClock } from '@/lib/format';
import {
  clearanceLines,
  countLines,
  givenWords,
  NOT_GIVEN,
  scopeWords,
  textChangedWords,
} from '@/lib/sheets/front-page';
import type { SheetFacts } from '@/lib/sheets/sheet-facts';
import { Paper } from './paper';

/** May this run? What was checked, in which text, and what is open. */
export function FrontPage({ facts, zone, extent }: Props) {
  const { story, text, counts, verdict } = facts;
  const isBlocked = verdict.answer === 'blocked';
  const byline = story.by === null ? null : story.by.replace(/^by /i, '');
  return (
    <Paper label="Front page" facts={facts}>
      <header className="grid grid-cols-[1fr_19rem] gap-x-12 gap-y-4 max-lg:grid-cols-1 print:grid-cols-[1fr_19rem]">
        <div>
          <p className="text-ink-3">Verified-claims sheet</p>
          <h2 className="mt-1 mb-2.5 max-w-[30rem] text-balance font-copy text-[1.875rem] leading-9 font-medium tracking-[-0.012em] max-md:text-[1.5rem] max-md:leading-7.5">
            {story.headline}
          </h2>
          <p className="text-ink-2">
            {story.slug}, version {text.number}
            {byline === null ? '' : `, by ${byline}`}.{' '}
            {story.leadChecker && `Lead checker ${story.leadChecker}. `}
            Scope: {scopeWords(facts).replace(/\.$/, '')}.
          </p>
        </div>
        <dl className="num grid grid-cols-[5.75rem_1fr] content-start gap-x-3 gap-y-1 pt-1 text-small leading-4.5">
          <Fact term="Text received">
            {bothTimes(text.receivedAt, zone)}, by {text.receivedBy}
          </Fact>
          <Fact term="Printed">{bothTimes(facts.exportedAt, zone)}</Fact>
          <Fact term="By">
            {facts.exporter}, Stet {facts.appVersion}, all claims
          </Fact>
          <Fact term="Text SHA-256">
            <span className="font-mono break-words">{inFours(text.sha256)}</span>
          </Fact>
          {facts.audit && (
            <Fact term="Record">
              {facts.audit.events} entries, the last{' '}
              <span className="font-mono">{inFours(facts.audit.head.slice(0, 16))}</span>
            </Fact>
          )}
        </dl>
      </header>
      <p className="mt-5 border-t border-ink pt-3 pb-3 text-body">
        <strong className={`font-strong ${isBlocked ? 'text-red' : ''}`}>
          <Icon
            name={isBlocked ? 'stop' : verdict.answer === 'cleared' ? 'tick' : 'clock'}
            size={16}
            className="mr-1.5 inline align-[-3px]"
          />
          {verdict.headline}
        </strong>{' '}
        {reasonSentence(verdict.reasons)}
      </p>
      <Counts facts={facts} />
      <div className="mt-5.5 grid grid-cols-[1fr_21rem] gap-x-14 gap-y-6 max-lg:grid-cols-1 print:grid-cols-[1fr_21rem]">
        <nav aria-label="Sections">
          <h3 className="mb-1.5">Sections</h3>
          <ol className="num">
            {SHEET_SECTIONS.map((section) => {
              const { letter, title, note } = SECTION_HEADS[section];
              const n = counts.sections[section];
              const isAlarm = section === 'incorrect' && n > 0;
              const isOpen = section === 'open' && n > 0;
              return (
                <li
                  key={section}
                  className={`flex items-baseline border-b border-rule py-1 ${isAlarm ? 'text-red' : ''}`}
                >
                  <span className={`w-11 shrink-0 ${isAlarm ? '' : 'text-ink-3'}`}>
                    {letter ?? '–'}
                  </span>
                  <span className={`flex-1 pr-4 ${isOpen ? 'font-strong' : ''}`}>
                    {n > 0 ? (
                      <a className="hover:underline" href={`#section-${section}`}>
                        {title}
                      </a>
                    ) : (
                      title
                    )}
                    {note !== null && n > 0 && (
                      <span className={`font-normal ${isAlarm ? '' : 'text-ink-3'}`}>. {note}</span>
                    )}
                  </span>
                  <span>{n}</span>
                </li>
              );
            })}
            {extent.map(({ letter, title, n }) => (
              <li key={title} className="flex items-baseline border-b border-rule py-1">
                <span className="w-11 shrink-0 text-ink-3">{letter}</span>
                <span className="flex-1 pr-4">{title}</span>
                <span>{n}</span>
              </li>
            ))}
          </ol>
        </nav>
        <div>
          <h3 className="mb-1.5">Clearance</h3>
          <dl>
            {clearanceLines(facts).map(({ who, given }) => (
              <div key={who} className="flex min-h-10 items-end gap-3 pb-1">
                <dt className="w-16 shrink-0">{who}</dt>
                {given === null ? (
                  <dd className="flex flex-1 items-end gap-3">
                    <span aria-hidden="true" className="flex-1 border-b border-ink" />
                    <span className="w-16 shrink-0 text-ink-3">{NOT_GIVEN.toLowerCase()}</span>
                  </dd>
                ) : (
                  <dd className="flex-1 border-b border-rule">
                    {givenWords(given)}
                    <span className="num block text-small text-ink-3">
                      {bothTimes(given.at, zone)}
                    </span>
                  </dd>
                )}
              </div>
            ))}
          </dl>
          <p className="mt-2.5 text-small text-ink-3">
            Text changed since clearance: {textChangedWords(facts).toLowerCase()}.
          </p>
        </div>
      </div>
    </Paper>
  );
}

type Props = {
  facts: SheetFacts;
  zone: string;
  /** The sections after the claims, with how many rows each has. */
  extent: readonly { letter: string; title: string; n: number }[];
};

function Counts({ facts }: { facts: SheetFacts }) {
  const figures = countLines(facts).map(([words, n]) => ({
    words: words.toLowerCase(),
    figure: String(n),
    isAlarm: words === 'Incorrect' && n > 0,
  }));
  const lookedAt = facts.lookedAt === null ? '–' : `${facts.lookedAt} %`;
  return (
    <dl className="num grid grid-cols-10 border-y border-rule-strong max-lg:grid-cols-5 max-md:grid-cols-3 print:grid-cols-10">
      {[...figures, { words: 'looked at', figure: lookedAt, isAlarm: false }].map(
        ({ words, figure, isAlarm }) => (
          <div
            key={words}
            className={`flex flex-col-reverse justify-end py-2.5 pr-2 ${isAlarm ? 'text-red' : ''}`}
          >
            <dt className={`text-small ${isAlarm ? '' : 'text-ink-3'}`}>{words}</dt>
            <dd className="font-copy text-[1.5rem] leading-7 font-medium">{figure}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

/** The reader's time, and UTC where the two differ. */
function bothTimes(at: Date, zone: string): string {
  const utc = clock(at, 'UTC');
  const isSame = dayAndClock(at, zone) === dayAndClock(at, 'UTC');
  return isSame
    ? `${dayAndClock(at, 'UTC')} UTC`
    : `${dayAndClock(at, zone)} ${city(zone)}, ${utc} UTC`;
}

const inFours = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ');
