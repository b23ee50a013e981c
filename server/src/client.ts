import { isIPv4 } from 'node:net';

/** Who sent a request, as far as the connection shows it. Behind a proxy that is the proxy. */
export interface Client {
  /** IP address; empty where the connection has gone already. */
  readonly address: string;
}

/** What the application gets with a request, besides itself. Without it the request counts as anybody's. */
export interface ClientBindings {
  readonly Bindings: Partial<Client>;
}

/** IPv4 in the form in which a socket for both versions shows it (RFC 4291 §2.5.5.2). */
const mappedForm = /^::ffff:(?=\d+\.)/i;

/** Groups of 16 bits in an IPv6 address, and in the part of it that names a network. */
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * The network of a client, by which what it holds is counted: an IPv4 address, or the first 64 bits of an
 * IPv6 address, since everybody has all addresses below those (RFC 6177 §2) and could use each once.
 *
 * @param address as Node writes it
 */
export function networkOf({ address }: Client): string {
  const plain = address.replace(mappedForm, '').replace(/%.*$/, '');
  if (isIPv4(plain) || !plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  if (tail === undefined) return `${first.slice(0, NETWORK_GROUPS).join(':')}::/64`;
  const last = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, GROUPS - first.length - last.length) }, () => '0');
  return `${[...first, ...zeros, ...last].slice(0, NETWORK_GROUPS).join(':')}::/64`;
}
