import { Icon } from '@/components/ui/icon';
import { OPEN_STATES } from '@/lib/domain/claim-status';
import type { Share } from '@/lib/domain/coverage';
import type { ClaimStatus } from '@/lib/domain/vocabulary';
import { count } from '@/lib/format';
import type { StatusCounts } from '@/lib/stories/queries';

/** How far the desk has come: claims signed off, and sentences looked at, in words beside a bar. */
export function DeskProgress({ counts, coverage }: { counts: StatusCounts; coverage: Share }) {
  const { total, signedOff, second, open, incorrect } = tally(counts);
  const { unlooked, setAside } = coverage;
  return (
    <div className="shrink-0 border-b border-rule pt-3.5 pr-5 pb-3 pl-6 max-lg:pl-5">
      <p className="flex justify-between gap-3">
        <span className="font-strong">Signed off</span>
        <span className="num">
          {signedOff + incorrect} of {total}
        </span>
      </p>
      {total > 0 && (
        <Bar
          parts={[
            ['fill-green', signedOff],
            ['fill-blue', second],
            ['fill-rule-strong', open],
            ['fill-red', incorrect],
          ]}
        />
      )}
      <p className="mt-1.5 text-small text-ink-3">
        {[second > 0 && `${second} at second read`, open > 0 && `${open} open`]
          .filter(Boolean)
          .join(', ') || (total === 0 ? 'No claims yet' : 'Nothing open')}
        {incorrect > 0 && (
          <>
            , <span className="text-red">{incorrect} incorrect</span>
          </>
        )}
      </p>
      {coverage.percent !== null && (
        <>
          <p className="mt-2.5 flex justify-between gap-3">
            <span className="font-strong">Looked at</span>
            <span className="num">{coverage.percent} % of sentences</span>
          </p>
          <p className="mt-0.5 text-small text-ink-3">
            {unlooked === 0 ? (
              <span className="inline-flex items-center gap-1">
                <Icon name="check" size={13} /> Every sentence has been looked at
              </span>
            ) : (
              <>
                <span className="unlooked">{count(unlooked, 'sentence')}</span> left to look at
              </>
            )}
            {setAside > 0 && `, ${setAside} set aside`}
          </p>
        </>
      )}
    </div>
  );
}

function tally(counts: StatusCounts) {
  const of = (status: ClaimStatus) => counts[status] ?? 0;
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const unsigned = OPEN_STATES.reduce(
    (sum, state) => sum + (state === 'SIGNED_OFF' ? 0 : of(state)),
    0,
  );
  const total = all - of('DROPPED');
  return {
    total,
    second: of('READY'),
    open: unsigned - of('READY'),
    incorrect: of('INCORRECT'),
    signedOff: total - unsigned - of('INCORRECT'),
  };
}

/** Drawn with attributes of an SVG: a width in a style attribute would be refused by the page's own policy. */
function Bar({ parts }: { parts: readonly (readonly [string, number])[] }) {
  const shown = parts.filter(([, n]) => n > 0);
  const total = shown.reduce((sum, [, n]) => sum + n, 0);
  const gap = 1;
  const room = 100 - gap * (shown.length - 1);
  let x = 0;
  return (
    <svg
      className="mt-1.5 block h-1 w-full"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {shown.map(([fill, n]) => {
        const width = (n / total) * room;
        const bar = <rect key={fill} x={x} width={width} height="4" className={fill} />;
        x += width + gap;
        return bar;
      })}
    </svg>
  );
}
