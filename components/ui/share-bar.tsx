/**
 * A plain bar, drawn with SVG attributes so that it needs no inline style. Ornament: the number stands beside it.
 * `share` from 0 to 1; anything above nothing shows at least a sliver.
 */
export function Bar({ share, tint = 'tint-quiet', className = '' }: BarProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={`block h-1 w-full ${tint} ${className}`}
    >
      <rect width="100" height="4" className="fill-rule" />
      <rect width={share > 0 ? Math.max(1, share * 100) : 0} height="4" className="fill-(--tint)" />
    </svg>
  );
}

type BarProps = { share: number; tint?: string; className?: string };

/**
 * Parts of a whole in one bar: "7 signed off, 4 at second read". `label` says the parts in words; parts of 0 are left
 * out. Tints: `tint-good`, `tint-act`, `tint-block`, `tint-rest` for what is still open.
 */
export function ShareBar({ parts, label, className = '' }: ShareProps) {
  const shown = parts.filter(({ value }) => value > 0);
  const whole = shown.reduce((total, { value }) => total + value, 0);
  let from = 0;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className={`block h-1 w-full ${className}`}
    >
      {shown.map(({ value, tint }, index) => {
        const width = (value / whole) * 100;
        const x = from;
        from += width;
        const gap = index < shown.length - 1 ? 0.8 : 0;
        return (
          <rect
            key={tint}
            x={x}
            width={Math.max(0.5, width - gap)}
            height="4"
            className={`fill-(--tint) ${tint}`}
          />
        );
      })}
    </svg>
  );
}

type ShareProps = {
  parts: readonly { value: number; tint: string }[];
  label: string;
  className?: string;
};
