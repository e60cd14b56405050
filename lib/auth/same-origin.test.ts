import { afterEach, describe, expect, it } from 'vitest';
import { refuseForeignOrigin } from '@/lib/auth/same-origin';
import { Refusal } from '@/lib/errors';

const asked = (headers: Record<string, string>) =>
  new Request('http://desk.example:3000/api/v1/claims', {
    method: 'POST',
    headers: { host: 'desk.example:3000', ...headers },
  });

describe('a request that brings a cookie', () => {
  afterEach(() => {
    delete process.env['NEXTAUTH_URL'];
  });

  it.each([
    { origin: 'http://desk.example:3000', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://desk.example:3000' },
    { 'sec-fetch-site': 'same-origin' },
  ])('is taken from our own pages: %j', (headers) => {
    expect(() => refuseForeignOrigin(asked(headers))).not.toThrow();
  });

  it.each([
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { origin: 'http://desk.example' },
    { origin: 'http://desk.example:3001' },
    { origin: 'http://desk.example:3000.evil.example' },
    { origin: 'http://evil.example#desk.example:3000' },
    { origin: 'file://desk.example:3000' },
    { origin: 'desk.example:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://desk.example:3000', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://desk.example:3000', 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { referer: 'http://desk.example:3000/queue' },
  ])('is refused from elsewhere: %j', (headers: Record<string, string>) => {
    expect(() => refuseForeignOrigin(asked(headers))).toThrow(Refusal);
  });

  it('is taken under the address that Stet is known by, behind a proxy that writes another Host', () => {
    process.env['NEXTAUTH_URL'] = 'https://stet.newsroom.example';
    const origin = 'https://stet.newsroom.example';
    expect(() => refuseForeignOrigin(asked({ origin, host: 'node-3:3000' }))).not.toThrow();
    expect(() => refuseForeignOrigin(asked({ origin: 'https://newsroom.example' }))).toThrow();
  });
});
