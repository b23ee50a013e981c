import { isIP, isIPv6 } from 'node:net';

/** Where a name server listens. */
export interface ServerAddress {
  /** An IP address, never a name: to resolve it there would have to be a resolver first. */
  readonly ip: string;
  readonly port: number;
}

const DNS_PORT = 53;

/**
 * Reads the address of a name server: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`.
 * Without a port it is 53. Throws a RangeError that says how to write it.
 *
 * The resolvers are chosen by whoever runs the program, by an option or a configuration file. They must never come
 * from a remote client: it could have this machine send packets to any address, or answer its own checks.
 */
export function parseServer(text: string): ServerAddress {
  const written = text.trim();
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(written) ?? [];
  const ip = bracketed ?? plain ?? written;
  const number = port === undefined ? DNS_PORT : Number(port);
  const isRightForm = bracketed === undefined ? isIP(ip) !== 0 : isIPv6(ip);
  if (!isRightForm || number < 1 || number > 65_535)
    throw new RangeError(
      `"${text}" is no address of a name server: write an IP address, with a port where it is not 53, such as 192.0.2.53:5353 or [2001:db8::53]:5353.`,
    );
  return { ip, port: number };
}

/** As answers name it: `192.0.2.53:53`, `[2001:db8::53]:53`. */
export function formatServer({ ip, port }: ServerAddress): string {
  return isIPv6(ip) ? `[${ip}]:${port}` : `${ip}:${port}`;
}
