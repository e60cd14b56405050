import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';

const PEER = 'x-stet-peer';
/** Node's own channel, told of each request before the server's listener gets it. */
const REQUEST_START = 'http.server.request.start';

/**
 * Write the address that a request really comes from into it, over anything the client may have sent under that name:
 * Next hands no socket to its routes, and anybody can send X-Forwarded-For. Called once, before the server listens;
 * answers how to stop it.
 * With STET_TRUST_PROXY=1 it is the last address of X-Forwarded-For, the one our own proxy added.
 */
export function stampPeerAddresses(): () => void {
  const trustsProxy = process.env['STET_TRUST_PROXY'] === '1';
  const stamp = (message: unknown) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    request.headers[PEER] = peerAddress(
      socket.remoteAddress,
      trustsProxy ? request.headers['x-forwarded-for'] : undefined,
    );
  };
  subscribe(REQUEST_START, stamp);
  return () => unsubscribe(REQUEST_START, stamp);
}

/** The nearest address to go by: the proxy's word for it when there is one, else the socket's. */
export function peerAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
): string {
  const last = String(forwardedFor ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last !== undefined && isIP(last) > 0 ? last : (socketAddress ?? '');
}

/**
 * Who to count attempts for: an IPv4 address, or the first 64 bits of an IPv6 one, because one household holds as
 * many. Null when it is not known.
 */
export function clientNetwork(headers: { get(name: string): string | null }): string | null {
  return networkOf(headers.get(PEER) ?? '');
}

export function networkOf(address: string): string | null {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
  if (isIP(mapped) === 4) return mapped;
  if (isIP(mapped) !== 6) return null;
  return `${fullGroups(mapped).slice(0, 4).join(':')}::/64`;
}

function fullGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
