/** The plain tables of Settings: hairlines between rows, a strong rule under the heads, nothing boxed. */
export const TABLE = 'w-full border-collapse text-ui';
export const HEAD =
  'border-b border-rule-strong text-micro text-ink-3 [&_th]:py-1.5 [&_th]:pr-4 [&_th]:whitespace-nowrap';
export const CELL =
  '[&_tr]:border-b [&_tr]:border-rule [&_td]:py-1.5 [&_td]:pr-4 [&_td]:align-baseline [&_th]:py-1.5 [&_th]:pr-4 [&_th]:align-baseline';
