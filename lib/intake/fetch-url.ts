import { lookup } from 'node:dns/promises';
import { setMaxListeners } from 'node:events';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { Refusal } from '@/lib/errors';
import { isPublicAddress } from '@/lib/intake/public-address';

/** What a link led to. */
export type FetchedPage = {
  /** After redirects, without the fragment. */
  url: string;
  bytes: Uint8Array;
  /** Lower case, without parameters; null: the server said none. */
  mediaType: string | null;
  /** The character set the server named; null: none. */
  charset: string | null;
};

/** How the outside is reached; tests bring their own names and doors, the desk never does. */
export type Way = {
  /** Every address of a name. Asked once a hop: the answer that was checked is the one that is called. */
  resolve: (host: string) => Promise<readonly string[]>;
  /** Where a checked address is called. */
  door: (address: string, port: number) => { address: string; port: number };
  /** For everything from the first name to the last byte. */
  milliseconds: number;
  /** Of the page, unpacked. */
  bytes: number;
};

const REDIRECTS = 5;
const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const LONGEST_ADDRESS = 4_000;

const OUTSIDE: Way = {
  resolve: async (host) =>
    (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  door: (address, port) => ({ address, port }),
  milliseconds: 15_000,
  bytes: 10_000_000,
};

/**
 * Fetch a page of the public web for a person. Everything a link could be made to do is held here: only http and https
 * on their own ports, only public addresses, each hop of at most 5 checked anew and called at the very address that was
 * checked, no credentials, no cookies, 15 seconds and 10 MB (unpacked) in all.
 * @throws Refusal `invalid` with a sentence for the field `url`
 */
export const fetchUrl = (address: string): Promise<FetchedPage> => fetchBy(OUTSIDE, address);

/** `fetchUrl` by another way out; for tests. */
export async function fetchBy(way: Way, address: string): Promise<FetchedPage> {
  const deadline = AbortSignal.timeout(way.milliseconds);
  // Each hop listens, with its name, its connection and its body.
  setMaxListeners(8 * (REDIRECTS + 1), deadline);
  const seen = new Set<string>();
  let url = readAddress(address, null);
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    url.hash = '';
    if (seen.has(url.href))
      throw refused('The link leads in a circle, so there is no page at its end.');
    seen.add(url.href);
    const answer = await askOnce(way, url, deadline);
    if ('page' in answer) return answer.page;
    url = readAddress(answer.location, url);
  }
  throw refused(
    `The link leads on more than ${REDIRECTS} times. Open it in your browser and take the address it ends at.`,
  );
}

/** The address as a link that may be called; `base` is the page that led here, null for what the person gave. */
function readAddress(text: string, base: URL | null): URL {
  const leadsOn = base === null ? '' : 'The link leads on to another: ';
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_ADDRESS) throw refused(`${leadsOn}This link is too long.`);
  if (!URL.canParse(trimmed, base?.href))
    throw refused(`${leadsOn}This is no whole link. Give it as https://paper.example/story.`);
  const url = new URL(trimmed, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(`${leadsOn}Only links that begin with http:// or https:// are fetched.`);
  if (url.username !== '' || url.password !== '')
    throw refused(`${leadsOn}This link carries a name or password. Take it out of the link.`);
  // URL leaves the scheme's own port empty.
  const own = url.protocol === 'http:' ? '80' : '443';
  if (url.port !== '' && url.port !== own)
    throw refused(
      `${leadsOn}Only the web’s own ports are called, and this link names port ${url.port}.`,
    );
  return url;
}

type Answer = { page: FetchedPage } | { location: string };

async function askOnce(way: Way, url: URL, deadline: AbortSignal): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const address = await checkedAddress(way, host, deadline);
  const client = new Client(url.origin, {
    connect: pinned(way, address, isIP(host) === 0 ? host.replace(/\.$/, '') : ''),
    pipelining: 0,
    maxHeaderSize: 32_768,
  });
  try {
    const response = await client.request({
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: {
        accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        'accept-language': 'en, *;q=0.5',
        'user-agent': 'Stet/1 (fact-check desk; fetches a page when a person asks for it)',
      },
      signal: deadline,
    });
    const location = header(response, 'location');
    if (REDIRECT_STATUS.has(response.statusCode) && location !== null) return { location };
    if (response.statusCode < 200 || response.statusCode > 299)
      throw refused(statusSentence(response.statusCode));
    const bytes = await readAll(response, way.bytes, deadline);
    if (bytes.length === 0)
      throw refused('The page came back empty. Open the link in your browser and paste the words.');
    return { page: { url: url.href, bytes, ...contentType(header(response, 'content-type')) } };
  } catch (fault) {
    throw asRefusal(fault, way, host, deadline);
  } finally {
    // Whatever still hangs on the connection goes with it: a drip as much as a body nobody wants.
    client.destroy().catch(() => undefined);
  }
}

/** The one address to call; a refusal when any address of the name lies outside the public net. */
async function checkedAddress(way: Way, host: string, deadline: AbortSignal): Promise<string> {
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw refused(PRIVATE);
    return host;
  }
  if (!host.replace(/\.$/, '').includes('.')) throw refused(PRIVATE);
  let addresses: readonly string[];
  try {
    addresses = await Promise.race([way.resolve(host), aborted(deadline)]);
  } catch (fault) {
    throw deadline.aborted ? asRefusal(fault, way, host, deadline) : refused(unknownHost(host));
  }
  const [first] = addresses;
  if (first === undefined) throw refused(unknownHost(host));
  if (!addresses.every(isPublicAddress)) throw refused(PRIVATE);
  return first;
}

/** A connector that calls the checked address whatever the name says by now; TLS still asks for the name. */
function pinned(way: Way, address: string, servername: string): buildConnector.connector {
  const connect = buildConnector({ timeout: way.milliseconds });
  return (options, callback) => {
    const port =
      options.port === '' ? (options.protocol === 'https:' ? 443 : 80) : Number(options.port);
    const door = way.door(address, port);
    connect({ ...options, servername, hostname: door.address, port: String(door.port) }, callback);
  };
}

async function readAll(
  response: Dispatcher.ResponseData,
  limit: number,
  deadline: AbortSignal,
): Promise<Uint8Array> {
  const body: Readable = unpacked(response);
  const chunks: Buffer[] = [];
  let length = 0;
  const stop = () => body.destroy(new Error('late'));
  deadline.addEventListener('abort', stop);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit)
        throw refused(
          `The page is larger than ${Math.round(limit / 1_000_000)} MB. Paste the words of the story instead.`,
        );
      chunks.push(chunk);
    }
  } finally {
    deadline.removeEventListener('abort', stop);
    body.destroy();
  }
  return Buffer.concat(chunks);
}

function unpacked(response: Dispatcher.ResponseData): Readable {
  const coding = (header(response, 'content-encoding') ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return response.body;
  const unpack =
    coding === 'gzip' || coding === 'x-gzip'
      ? createGunzip()
      : coding === 'deflate'
        ? createInflate()
        : coding === 'br'
          ? createBrotliDecompress()
          : null;
  if (unpack === null)
    throw refused(
      'The page came packed in a way that cannot be read here. Paste its words instead.',
    );
  response.body.on('error', (fault) => unpack.destroy(fault));
  unpack.on('close', () => response.body.destroy());
  return response.body.pipe(unpack);
}

function header(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function contentType(value: string | null): Pick<FetchedPage, 'mediaType' | 'charset'> {
  const mediaType = value?.split(';')[0]?.trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(value ?? '')?.[1];
  return { mediaType: mediaType || null, charset: charset?.toLowerCase() ?? null };
}

const PRIVATE =
  'This link leads to an address inside a private network, not to the public web. Paste the words of the story instead.';

const unknownHost = (host: string): string =>
  `There is no site named ${host}. Look at the link again.`;

function statusSentence(status: number): string {
  switch (status) {
    case 401:
    case 402:
    case 403:
    case 407:
    case 451:
      return `The site does not show this page without signing in, or not to us (it answered ${status}). Open it in your browser and paste the words.`;
    case 404:
    case 410:
      return `There is no page at this link (the site answered ${status}). Look at the link again.`;
    case 429:
      return 'The site is asked too often just now (it answered 429). Wait a little, or paste the words.';
    default:
      return status >= 500
        ? `The site has a fault of its own (it answered ${status}). Try again later, or paste the words.`
        : `The site did not give the page (it answered ${status}). Open it in your browser and paste the words.`;
  }
}

/** A fault on the way, in words. */
function asRefusal(fault: unknown, way: Way, host: string, deadline: AbortSignal): Refusal {
  if (fault instanceof Refusal) return fault;
  if (deadline.aborted)
    return refused(
      `The page did not come within ${Math.ceil(way.milliseconds / 1000)} seconds. Try again later, or paste the words.`,
    );
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(code))
    return refused(`${host} has no certificate that can be trusted, so the page was not fetched.`);
  if (/^Z_|ERR__ERROR/.test(code))
    return refused('The page came packed and cannot be unpacked. Paste its words instead.');
  return refused(
    `${host} could not be reached, or broke off. Try again later, or paste the words.`,
  );
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(new Error('late'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { url: [sentence] } });
