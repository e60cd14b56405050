import ipaddr from 'ipaddr.js';

/** Addresses of the public net that belong to a machine's own provider all the same. */
const PROVIDERS_OWN: ReadonlySet<string> = new Set([
  // Azure's wire server: answers every virtual machine with its settings.
  '168.63.129.16',
]);

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Whether this IP address, as text without brackets, is one of the public net that anybody may be sent to. Only plain
 * global unicast is: not private, loopback, link-local or carrier networks, not addresses set aside for tests and
 * tunnels, and nothing that carries another address inside it (IPv4-mapped, NAT64, 6to4, Teredo): where that leads is
 * decided by a machine on the way. Source: the IANA special-purpose address registries (RFC 6890), as ipaddr.js has them.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (PROVIDERS_OWN.has(address.toString())) return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}
