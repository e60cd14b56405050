import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clientNetwork, networkOf, peerAddress, stampPeerAddresses } from '@/lib/auth/peer-address';

describe('the place an attempt comes from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['', 'unknown', '192.0.2', '192.0.2.7, 192.0.2.8', '"; DROP TABLE', ':::'])(
    'is not known from “%s”',
    (address) => {
      expect(networkOf(address)).toBeNull();
    },
  );

  it('is the last address the proxy names, and the socket’s when it names none', () => {
    expect(peerAddress('10.0.0.1', '203.0.113.1, 192.0.2.7')).toBe('192.0.2.7');
    expect(peerAddress('10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(peerAddress('10.0.0.1', undefined)).toBe('10.0.0.1');
    expect(peerAddress(undefined, undefined)).toBe('');
  });
});

describe('a request', () => {
  afterEach(() => {
    delete process.env['STET_TRUST_PROXY'];
  });

  /** What the server makes of a request that claims to come from elsewhere. */
  async function networkSeen(): Promise<string | null> {
    const server = createServer((request, response) => {
      const headers = new Headers({ 'x-stet-peer': String(request.headers['x-stet-peer']) });
      response.end(clientNetwork(headers));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const seen = await new Promise<string>((resolve) => {
      get(
        {
          port,
          host: '127.0.0.1',
          headers: { 'x-forwarded-for': '203.0.113.1', 'x-stet-peer': '203.0.113.2' },
        },
        async (response) => resolve(Buffer.concat(await response.toArray()).toString()),
      );
    });
    server.close();
    return seen;
  }

  it('comes from its socket, whatever it says of itself', async () => {
    const stop = stampPeerAddresses();
    expect(await networkSeen()).toBe('127.0.0.1');
    stop();
  });

  it('comes from where the proxy says, when the proxy is ours', async () => {
    process.env['STET_TRUST_PROXY'] = '1';
    const stop = stampPeerAddresses();
    expect(await networkSeen()).toBe('203.0.113.1');
    stop();
  });
});
