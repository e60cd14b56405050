import { expect, it } from 'vitest';
import { ownPath, signInPath } from '@/lib/auth/own-path';

it.each(['/queue', '/stories/1?tab=2', '/queue?q=%22a%22&next=/x', '/'])(
  'leads on to “%s” after signing in',
  (path) => {
    expect(ownPath(path)).toBe(path);
    const next = new URL(signInPath(path), 'http://desk.example').searchParams.get('next');
    expect(ownPath(next ?? undefined)).toBe(path);
  },
);

it.each([
  undefined,
  '',
  'queue',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  '/../..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/\n/evil.example',
  ' //evil.example',
])('leads home instead of to %j', (next) => {
  expect(ownPath(next)).toBe('/');
});
