import { Fragment } from 'react';
import { Time } from '@/components/ui/time';
import type { ClaimView } from '@/lib/claims/queries';
import { GROUND_LABELS, QUALIFIER_LABELS } from '@/lib/domain/labels';
import { city, dayAndClock, isTimeZone } from '@/lib/format';

/** What the claim says, taken apart: who says it, which figures, as of when and where. Nothing where nothing is known. */
export function ClaimDetails({ claim }: { claim: ClaimView }) {
  const { attribution, quantities, asOf, timeZone, place } = claim;
  if (attribution.length === 0 && quantities.length === 0 && asOf === null && place === null)
    return claim.voice === 'OWN' ? (
      <dl className="facts">
        <dt>Who says so</dt>
        <dd>Our text, in its own voice</dd>
      </dl>
    ) : null;
  return (
    <dl className="facts">
      <dt>Who says so</dt>
      <dd>
        {attribution.length === 0 ? (
          'Our text, in its own voice'
        ) : (
          <ol className="inline">
            {attribution.map((link, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the chain is ordered, and a party may stand in it twice
              <li key={index} className="inline">
                <span dir="auto">{link.party}</span>
                {link.verb && <span className="text-ink-3"> {link.verb}</span>}
                {link.ground !== 'ON_RECORD' && (
                  <span className="text-ink-3">, {GROUND_LABELS[link.ground].toLowerCase()}</span>
                )}
                <span className="mx-1.5 text-ink-3">
                  <span aria-hidden="true">→</span>
                  <span className="sr-only">, then</span>
                </span>
              </li>
            ))}
            <li className="inline whitespace-nowrap">our text</li>
          </ol>
        )}
      </dd>
      {quantities.length > 0 && (
        <>
          <dt>Figures</dt>
          <dd>
            {quantities.map((quantity, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: figures have an order and no names
              <Fragment key={index}>
                <Figure quantity={quantity} />
              </Fragment>
            ))}
          </dd>
        </>
      )}
      {asOf !== null && (
        <>
          <dt>As of</dt>
          <dd className="num">
            {timeZone !== null && isTimeZone(timeZone) ? (
              `${dayAndClock(asOf, timeZone)} ${city(timeZone)}`
            ) : (
              <Time at={asOf} form="full" />
            )}
          </dd>
        </>
      )}
      {place !== null && (
        <>
          <dt>Place</dt>
          <dd dir="auto">{place}</dd>
        </>
      )}
    </dl>
  );
}

function Figure({ quantity }: { quantity: ClaimView['quantities'][number] }) {
  const { value, low, high, unit, ofWhat, qualifier } = quantity;
  const figure = value ?? ([low, high].filter(Boolean).join(' to ') || '–');
  const words = [unit, ofWhat].filter(Boolean).join(' ');
  return (
    <p className="flex gap-2">
      <b className="num min-w-5 text-right font-strong">{figure}</b>
      <span>
        {words}
        {qualifier !== 'EXACT' && (
          <span className="text-ink-3">
            {words && ', '}
            {QUALIFIER_LABELS[qualifier]}
          </span>
        )}
      </span>
    </p>
  );
}
