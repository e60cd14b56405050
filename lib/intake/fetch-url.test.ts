import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { fetchBy, type Way } from '@/lib/intake/fetch-url';

/**
 * The guarded fetch against a real HTTP server, over real sockets. Names are answered by a table, and the public
 * address 93.184.215.14 opens the test's own page server; every other address that gets called opens the canary.
 */
const PUBLIC = '93.184.215.14';
const PUBLIC_6 = '2606:4700::6810:84e5';

let pages: Server;
let canary: Server;
let canaryHits = 0;
let asked: { url: string; headers: NodeJS.Dict<string | string[]> }[] = [];
let vectors = 0;

const PAGE = '<!doctype html><title>Bridge closes</title><p>The bridge closed on Tuesday.</p>';

/** What the page server answers, by path. */
const ANSWERS: Record<string, RequestListener> = {
  '/story': (_, response) => {
    response.setHeader('content-type', 'Text/HTML; charset="UTF-8"');
    response.setHeader('set-cookie', 'session=1');
    response.end(PAGE);
  },
  '/packed': (_, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(PAGE));
  },
  '/bomb': (_, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(40_000_000)));
  },
  '/nested-packing': (_, response) => {
    response.setHeader('content-encoding', 'gzip, gzip');
    response.end(gzipSync(gzipSync(PAGE)));
  },
  '/broken-packing': (_, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end('this is no gzip at all');
  },
  '/large': (_, response) => {
    response.end(Buffer.alloc(300_000, 'a'));
  },
  '/endless': (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/drip': (_, response) => {
    response.write('<p>slowly');
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  },
  '/silent': () => undefined,
  '/empty': (_, response) => response.end(),
  '/broken-off': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<p>half', () => response.destroy());
  },
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/ping': (_, response) => response.writeHead(302, { location: '/pong' }).end(),
  '/pong': (_, response) => response.writeHead(301, { location: '/ping' }).end(),
  '/no-location': (_, response) => response.writeHead(302).end(),
  '/relative': (_, response) => response.writeHead(303, { location: 'story#top' }).end(),
};

beforeAll(async () => {
  pages = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push({ url, headers: request.headers });
    const hop = /^\/hop\/(\d+)$/.exec(url)?.[1];
    const to = /^\/to\?(.*)$/.exec(url)?.[1];
    const status = /^\/status\/(\d+)$/.exec(url)?.[1];
    if (hop !== undefined)
      response
        .writeHead(307, { location: Number(hop) > 1 ? `/hop/${Number(hop) - 1}` : '/story' })
        .end();
    else if (to !== undefined) response.writeHead(302, { location: decodeURIComponent(to) }).end();
    else if (status !== undefined) response.writeHead(Number(status)).end('no');
    else (ANSWERS[url] ?? ((_, other) => other.writeHead(404).end()))(request, response);
  });
  canary = createServer((_, response) => {
    canaryHits++;
    response.end('the inside of the network');
  });
  await Promise.all(
    [pages, canary].map(
      (server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)),
    ),
  );
});

afterAll(async () => {
  for (const server of [pages, canary]) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const NAMES: Record<string, readonly string[]> = {
  'paper.example': [PUBLIC],
  'paper6.example': [PUBLIC_6],
  'inside.example': ['10.1.2.3'],
  'own.example': ['127.0.0.1'],
  'mixed.example': [PUBLIC, '192.168.0.7'],
  'mixed6.example': [PUBLIC, '::1'],
  'metadata.example': ['169.254.169.254'],
  'nothing.example': [],
  'localhost.': ['127.0.0.1'],
};

const way = (more: Partial<Way> = {}): Way => ({
  resolve: async (host) => {
    const addresses = NAMES[host];
    if (addresses === undefined) throw new Error('ENOTFOUND');
    return addresses;
  },
  door: (address) => ({
    address: '127.0.0.1',
    port: portOf(address === PUBLIC || address === PUBLIC_6 ? pages : canary),
  }),
  milliseconds: 5_000,
  bytes: 200_000,
  ...more,
});

/** The sentence of the refusal; fails when the fetch succeeds, ends in a fault, or reached the canary. */
async function refusal(address: string, more: Partial<Way> = {}): Promise<string> {
  vectors++;
  try {
    const { bytes } = await fetchBy(way(more), address);
    throw new Error(`fetched ${bytes.length} bytes`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.fields['url']).toEqual([error.message]);
    return error.message;
  }
}

const INSIDE: Record<string, readonly string[]> = {
  'loopback, in every spelling': [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '%31%32%37.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
    '127.0.0.1.',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[0000::0001]',
  ],
  'this host': ['0.0.0.0', '0', '0.1.2.3', '[::]'],
  'private networks': [
    '10.0.0.1',
    '012.0.0.1',
    '167772161',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '0xc0a80101',
    '3232235777',
    '100.64.0.1',
    '100.127.255.254',
  ],
  'link-local and metadata': [
    '169.254.0.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    '[fe80::1]',
    '[fd00:ec2::254]',
  ],
  'broadcast, multicast and what is set aside': [
    '255.255.255.255',
    '0xffffffff',
    '4294967295',
    '037777777777',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '192.88.99.1',
    '[ff02::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[fec0::1]',
    '[100::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[4000::1]',
  ],
  'one address inside another': [
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:169.254.169.254]',
    '[::ffff:93.184.215.14]',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b:1::10.0.0.1]',
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    '[2001:10::1]',
  ],
};

describe('addresses that are not the public web', () => {
  const all = Object.entries(INSIDE).flatMap(([name, hosts]) => hosts.map((host) => [host, name]));
  it.each(all)('%s is refused: %s', async (host) => {
    expect(await refusal(`http://${host}/`)).toContain('private network');
    expect(canaryHits).toBe(0);
  });

  it.each(['169.254.169.254', '[::1]', '2130706433', '[::ffff:10.0.0.1]'])(
    'a redirect to %s is refused',
    async (host) => {
      expect(await refusal(`http://paper.example/to?http://${host}/latest`)).toContain('private');
      expect(canaryHits).toBe(0);
    },
  );

  it.each([
    'inside.example',
    'own.example',
    'mixed.example',
    'mixed6.example',
    'metadata.example',
    'localhost',
    'localhost.',
    'intranet',
  ])('the name %s is refused, also behind a redirect', async (host) => {
    expect(await refusal(`http://${host}/`)).toContain('private network');
    expect(await refusal(`http://paper.example/to?http://${host}/`)).toContain('private');
    expect(canaryHits).toBe(0);
  });

  it('a name that answers otherwise the second time is asked once and called where it was checked', async () => {
    vectors++;
    let lookups = 0;
    const rebinding = way({
      resolve: async () => (++lookups === 1 ? [PUBLIC] : ['127.0.0.1']),
    });
    const page = await fetchBy(rebinding, 'http://rebind.example/story');
    expect(new TextDecoder().decode(page.bytes)).toBe(PAGE);
    expect([lookups, canaryHits]).toEqual([1, 0]);
  });

  it('a name that moves inside between two hops is refused at the second', async () => {
    let lookups = 0;
    const resolve = async () => (++lookups === 1 ? [PUBLIC] : ['127.0.0.1']);
    expect(await refusal('http://rebind.example/ping', { resolve })).toContain('private network');
    expect([lookups, canaryHits]).toEqual([2, 0]);
  });
});

describe('links that are not fetched', () => {
  it.each([
    ['file:///etc/passwd', 'http://'],
    ['ftp://paper.example/', 'http://'],
    ['gopher://127.0.0.1:70/', 'http://'],
    ['javascript:alert(1)', 'http://'],
    ['data:text/html,hello', 'http://'],
    ['blob:http://paper.example/1', 'http://'],
    ['paper.example/story', 'no whole link'],
    ['', 'no whole link'],
    ['http://', 'no whole link'],
    ['http://[::1', 'no whole link'],
    ['http://256.256.256.256/', 'no whole link'],
    ['http://user:secret@paper.example/', 'name or password'],
    ['http://paper.example@127.0.0.1/', 'name or password'],
    ['http://paper.example:8080/story', 'port 8080'],
    ['http://paper.example:443/story', 'port 443'],
    ['https://paper.example:22/', 'port 22'],
    ['http://paper.example:5432/', 'port 5432'],
    [`http://paper.example/${'a'.repeat(4_000)}`, 'too long'],
    ['http://unknown.example/', 'no site named unknown.example'],
    ['http://nothing.example/', 'no site named nothing.example'],
  ])('%s', async (address, part) => {
    expect(await refusal(address)).toContain(part);
    expect(canaryHits).toBe(0);
  });

  it.each([
    ['file:///etc/passwd', 'http://'],
    ['http://a:b@paper.example/story', 'name or password'],
    ['http://paper.example:6379/', 'port 6379'],
  ])('a redirect to %s', async (address, part) => {
    const sentence = await refusal(`http://paper.example/to?${encodeURIComponent(address)}`);
    expect(sentence).toContain('leads on');
    expect(sentence).toContain(part);
  });
});

describe('answers that go too far', () => {
  it.each([
    ['/loop', 'circle'],
    ['/ping', 'circle'],
    ['/hop/6', 'more than 5 times'],
    ['/bomb', 'larger than'],
    ['/large', 'larger than'],
    ['/endless', 'larger than'],
    ['/nested-packing', 'packed in a way'],
    ['/broken-packing', 'cannot be unpacked'],
    ['/broken-off', 'broke off'],
    ['/empty', 'empty'],
    ['/no-location', 'answered 302'],
    ['/status/401', 'without signing in'],
    ['/status/403', 'without signing in'],
    ['/status/404', 'no page at this link'],
    ['/status/429', 'too often'],
    ['/status/500', 'fault of its own'],
  ])('%s', async (path, part) => {
    expect(await refusal(`http://paper.example${path}`)).toContain(part);
  });

  it.each(['/drip', '/silent'])('%s ends when the time is up', async (path) => {
    expect(await refusal(`http://paper.example${path}`, { milliseconds: 300 })).toContain(
      'did not come within 1 seconds',
    );
  });

  it('a name that is never answered ends when the time is up', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await refusal('http://slow.example/', { resolve, milliseconds: 200 })).toContain(
      'did not come within',
    );
  });
});

describe('a page of the public web', () => {
  it('comes with its address, its bytes and what the server calls it', async () => {
    const page = await fetchBy(way(), ' http://paper.example/story#comments ');
    expect(page.url).toBe('http://paper.example/story');
    expect(page.mediaType).toBe('text/html');
    expect(page.charset).toBe('utf-8');
    expect(new TextDecoder().decode(page.bytes)).toBe(PAGE);
  });

  it('is unpacked, followed and reached by IPv6', async () => {
    for (const address of [
      'http://paper.example/packed',
      'http://paper.example/relative',
      'http://paper.example/hop/5',
      'http://paper6.example/story',
      `http://[${PUBLIC_6}]/story`,
      `http://${PUBLIC}/story`,
    ])
      expect(new TextDecoder().decode((await fetchBy(way(), address)).bytes)).toBe(PAGE);
  });

  it('is asked for without cookies or credentials, also after a redirect that sets one', async () => {
    asked = [];
    await fetchBy(way(), 'http://paper.example/to?/story');
    await fetchBy(way(), 'http://paper.example/story');
    expect(asked).toHaveLength(3);
    for (const { headers } of asked) {
      expect(headers['cookie']).toBeUndefined();
      expect(headers['authorization']).toBeUndefined();
      expect(headers['referer']).toBeUndefined();
      expect(headers['host']).toBe('paper.example');
    }
  });
});

describe('the count', () => {
  it('the canary was never called', () => {
    process.stdout.write(`guarded fetch: ${vectors} hostile vectors, ${canaryHits} canary hits\n`);
    expect(canaryHits).toBe(0);
    expect(vectors).toBeGreaterThanOrEqual(90);
  });
});
