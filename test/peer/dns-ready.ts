import { promises as dns } from 'node:dns';

/** Milliseconds that one question may take. */
const TIMEOUT = 500;

/**
 * Whether a server on loopback has the zones by now: it answers for the SOA of each.
 *
 * @param zones names of zones; none asks whether anything answers at all
 */
export async function answersFor(port: number, zones: readonly string[]): Promise<boolean> {
  const resolver = new dns.Resolver({ timeout: TIMEOUT, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  if (zones.length === 0) {
    const code = await resolver.resolveSoa('.').then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code,
    );
    return code !== dns.CONNREFUSED && code !== dns.TIMEOUT;
  }
  for (const zone of zones) {
    try {
      await resolver.resolveSoa(zone);
    } catch {
      return false;
    }
  }
  return true;
}
