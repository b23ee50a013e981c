import { isIPv6 } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** What the system says where the fault is on this side: no way to the address, no rights, no sockets left. */
const ownCodes = new Set([
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'ENOBUFS',
]);

/**
 * Whether a connection failed for this machine's own reasons, so that it says nothing of the server. A machine without
 * IPv6 hears of some systems that the host is unreachable, as if that were the host's doing.
 *
 * @param code of the error, such as `ECONNREFUSED`
 * @param interfaces of this machine
 */
export function isOwnFault(
  code: string,
  ip: string,
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>> = networkInterfaces(),
): boolean {
  if (ownCodes.has(code)) return true;
  if (code !== 'EHOSTUNREACH' || !isIPv6(ip)) return false;
  // an address of the link alone (RFC 4291 section 2.5.6) leads nowhere
  const own = Object.values(interfaces).flatMap((all) => all ?? []);
  return !own.some(({ family, internal, address }) => family === 'IPv6' && !internal && !/^fe[89ab]/i.test(address));
}
