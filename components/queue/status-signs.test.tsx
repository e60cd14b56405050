import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Icon, type IconName } from '@/components/ui/icon';
import { STATUS_LOOKS } from '@/components/ui/status-look';

const CSS = readFileSync(new URL('./status-signs.css', import.meta.url), 'utf8');
const STROKE =
  "fill='none' stroke='%23000' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'";

/** The rule that draws an icon as a mask: the same drawing as the component's. */
function rule(icon: IconName): string {
  const drawing = renderToStaticMarkup(<Icon name={icon} />)
    .replace(/^<svg[^>]*>|<\/svg>$/g, '')
    .replace(/><\/\w+>/g, '/>')
    .replaceAll('"', "'")
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' ${STROKE}%3E${drawing}%3C/svg%3E`;
  return `.drawn-${icon}::before { mask-image: url("data:image/svg+xml,${svg}"); }`;
}

it.each(Object.values(STATUS_LOOKS).map(({ icon }) => icon))(
  '%s is drawn in the style sheet as it is elsewhere',
  (icon) => {
    expect(CSS).toContain(rule(icon));
  },
);
