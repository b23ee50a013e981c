import type { Zone } from '@whybounce/core/dns';
import type { Ran, RunOptions } from '../command.ts';
import { whybounce } from '../command.ts';
import { startNsd } from '../peer/nsd.ts';
import { startUnbound } from '../peer/unbound.ts';
import { zoneFile } from '../peer/zone-file.ts';

/** Real name servers on loopback, and the command asking them. */
export interface CheckWorld {
  /** Runs the command with `--resolver` of this world. */
  ask(args: readonly string[], options?: RunOptions): Ran;
  stop(): Promise<void>;
}

/** A name under this zone gets no answer: nobody listens where its server should be. */
export const silent = 'silent.example';

/**
 * Starts NSD with the zones and unbound before it. Nothing of it reaches beyond loopback.
 *
 * @param zones by name
 */
export async function startCheckWorld(zones: Readonly<Record<string, Zone>>): Promise<CheckWorld> {
  const nsd = await startNsd({
    zones: Object.fromEntries(Object.entries(zones).map(([name, zone]) => [name, zoneFile(name, zone)])),
  });
  const unbound = await startUnbound({
    stubs: [
      ...Object.keys(zones).map((zone) => ({ zone, server: nsd.address })),
      { zone: silent, server: '127.0.0.1:9' },
    ],
  });
  return {
    ask: (args, options) => whybounce([...args, '--resolver', unbound.address], options),
    async stop() {
      await Promise.all([nsd.stop(), unbound.stop()]);
    },
  };
}
