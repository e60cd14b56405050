import type { ReactNode } from 'react';

/**
 * The desk's own marks, drawn on 16 × 16 with a 1.5 line. They are ornament: the word beside them carries the
 * meaning, so they are hidden from assistive technology. A control with an icon alone needs an aria-label.
 */
export function Icon({ name, size = 16, className = '' }: Props) {
  return (
    <svg
      className={`${size < 14 ? 'icon icon-small' : 'icon'} ${className}`.trimEnd()}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  );
}

type Props = { name: IconName; size?: 12 | 13 | 14 | 16 | 20; className?: string };

export type IconName = keyof typeof DRAWINGS;

const DRAWINGS = {
  // statuses
  'broken-circle': <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.12" />,
  pencil: (
    <path d="M3 13l.7-3L10.8 2.9a1.1 1.1 0 0 1 1.6 0l.7.7a1.1 1.1 0 0 1 0 1.6L6 12.3zM9.3 4.4l2.3 2.3" />
  ),
  hourglass: (
    <path d="M4.5 2.5h7M4.5 13.5h7M5.2 2.5v2.2L8 8l-2.8 3.3v2.2M10.8 2.5v2.2L8 8l2.8 3.3v2.2" />
  ),
  second: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.2 6.4A1.8 1.8 0 1 1 9.5 7.5L6.2 10.8h3.7" />
    </>
  ),
  back: <path d="M3 6.5h6.2a3.6 3.6 0 0 1 0 7.2H6M5.8 3.5L2.8 6.5l3 3" />,
  tick: <path d="M2.8 8.6l3.4 3.6 7-8.2" />,
  'tick-caret': <path d="M2 8.2l2.8 3L10.4 4.5M9.6 13.5l2-3.2 2 3.2" />,
  quote: (
    <path d="M6.6 4.2C4.6 4.8 3.4 6.4 3.4 8.6v2.9h3.4V8.2H4.9M13 4.2c-2 .6-3.2 2.2-3.2 4.4v2.9h3.4V8.2h-1.9" />
  ),
  nib: <path d="M8 2.5l3 5.6-1.6 3.4H6.6L5 8.1zM8 2.5v5.4M5.5 13.8h5" />,
  'not-equal': <path d="M3 6h10M3 10h10M10.5 3l-5 10" />,
  question: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.4 6.5A1.65 1.65 0 1 1 8 8.6v.5M8 11.3v.05" />
    </>
  ),
  angle: <path d="M3 12.5L13 4M3 12.5h10M8.6 12.4a5 5 0 0 0-1.4-3.3" />,
  calendar: (
    <>
      <rect x="2.8" y="3.5" width="10.4" height="9.8" rx="1" />
      <path d="M2.8 6.6h10.4M5.6 2.2v2.4M10.4 2.2v2.4M6.4 8.8l3.2 2.6M9.6 8.8l-3.2 2.6" />
    </>
  ),
  cross: <path d="M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" />,
  'dash-circle': (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5.4 8h5.2" />
    </>
  ),
  struck: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M4 12L12 4" />
    </>
  ),

  // flags and signs
  diamond: <path d="M8 2.6L13.4 8 8 13.4 2.6 8z" />,
  scales: <path d="M8 2.5v11M5 13.5h6M3 4.2h10M3 4.2L1.4 9h3.2zM13 4.2L11.4 9h3.2z" />,
  sensitive: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8v4M8 11.1v.05" />
    </>
  ),
  anonymous: (
    <path d="M2.5 7h11M4.6 7l.8-3.6h5.2l.8 3.6M2.9 11.2a1.9 1.9 0 1 0 3.8 0 1.9 1.9 0 1 0-3.8 0M9.3 11.2a1.9 1.9 0 1 0 3.8 0 1.9 1.9 0 1 0-3.8 0M6.7 11.2h2.6" />
  ),
  minor: <path d="M4 9.8L8 6.2l4 3.6" transform="rotate(180 8 8)" />,
  stop: <path d="M5.5 2.2h5l3.3 3.3v5l-3.3 3.3h-5l-3.3-3.3v-5zM8 5v3.6M8 10.9v.05" />,
  warn: <path d="M8 2.6l6 10.6H2zM8 6.6v3.2M8 11.4v.05" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.6V8l2.2 1.6" />
    </>
  ),
  origin: (
    <>
      <circle cx="3.6" cy="8" r="1.6" />
      <circle cx="12.4" cy="3.8" r="1.6" />
      <circle cx="12.4" cy="12.2" r="1.6" />
      <path d="M5.2 7.3l5.6-2.7M5.2 8.7l5.6 2.7" />
    </>
  ),
  fork: <path d="M8 13.5V9L3.5 3M8 9l4.5-6M3.3 5.4V2.8h2.6M12.7 5.4V2.8h-2.6" />,
  moved: <path d="M8 2.5v11M5 10.5l3 3 3-3M5 5.5l3-3 3 3" />,
  lock: <path d="M4 7.2h8v6H4zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2" />,
  note: <path d="M3 3h10v7.4L10.4 13H3zM5.4 6h5.2M5.4 8.6h3" />,
  person: <path d="M5.4 5.4a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0M3 13.4a5 5 0 0 1 10 0" />,
  story: <path d="M3 2.8h10v10.4H3zM5.4 5.6h5.2M5.4 8h5.2M5.4 10.4h2.8" />,
  source: (
    <path d="M3.2 3.2h4.3c.8 0 1.3.5 1.3 1.2v8.8c0-.7-.5-1-1.3-1H3.2zM12.8 3.2h-2.3c-1 0-1.7.5-1.7 1.2v8.8c0-.7.7-1 1.7-1h2.3z" />
  ),

  // controls
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="M10.3 10.3l3.2 3.2" />
    </>
  ),
  'chevron-down': <path d="M4.5 6.5L8 10l3.5-3.5" />,
  down: <path d="M4 6l4 4 4-4" />,
  up: <path d="M4 10l4-4 4 4" />,
  left: <path d="M10 4L6 8l4 4" />,
  right: <path d="M6 4l4 4-4 4" />,
  'arrow-up': <path d="M8 12.5v-9M4.5 7L8 3.5 11.5 7" />,
  'arrow-down': <path d="M8 3.5v9M4.5 9L8 12.5 11.5 9" />,
  'arrow-right': <path d="M3.5 8h9M9 4.5L12.5 8 9 11.5" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  minus: <path d="M5.4 8h5.2" />,
  close: <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />,
  check: <path d="M3.2 8.4l3 3.2 6.6-7.2" />,
  dots: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  filter: <path d="M2.5 4.5h11M4.8 8h6.4M6.8 11.5h2.4" />,
  'open-out': <path d="M6.5 3.5h-3v9h9v-3M9.5 3.5h3v3M12.3 3.7L7.5 8.5" />,
  download: <path d="M8 2.8v7.4M4.8 7.2L8 10.4l3.2-3.2M3 13.2h10" />,
  print: <path d="M4.6 6V2.8h6.8V6M4.6 11.4H2.8V6h10.4v5.4h-1.8M4.6 9.6h6.8v3.8H4.6z" />,
  link: (
    <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
  ),
} as const satisfies Record<string, ReactNode>;
