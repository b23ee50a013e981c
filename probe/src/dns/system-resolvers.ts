import { getServers } from 'node:dns';

/** The resolvers of this machine. */
export interface SystemResolvers {
  /** In the form that `parseServer` reads; empty where there are none. */
  readonly servers: readonly string[];
  /** What to do where there are none; else null. */
  readonly problem: string | null;
}

/**
 * The resolvers that the operating system is set up with (`/etc/resolv.conf` and the like).
 *
 * @param configured those that Node found: for tests
 */
export function systemResolvers(configured: readonly string[] = getServers()): SystemResolvers {
  return {
    servers: [...configured],
    problem:
      configured.length > 0
        ? null
        : 'This machine has no DNS resolver configured: name one, such as 192.0.2.53 or [2001:db8::53]:5353.',
  };
}
