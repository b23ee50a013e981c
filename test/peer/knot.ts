import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { answersFor } from './dns-ready.ts';
import { findProgram } from './installed.ts';
import type { ServedZones } from './nsd.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Knot DNS, running. */
export interface KnotServer extends ServerProcess {
  /** The DS record of a signed zone in zone file form (SHA-256): what its parent would publish, or a trust anchor. */
  ds(zone: string): Promise<string>;
}

/**
 * Starts Knot, an authoritative name server that signs its zones by itself (ECDSA P-256), on a free port of
 * 127.0.0.1.
 */
export async function startKnot({ zones, signed }: ServedZones & { readonly signed: boolean }): Promise<KnotServer> {
  const server = await startServer({
    program: 'knotd',
    prepare(folder, port) {
      for (const part of ['run', 'data']) mkdirSync(join(folder, part), { recursive: true });
      const blocks = Object.entries(zones).map(([zone, text], i) => {
        writeFileSync(join(folder, `${i}.zone`), text);
        return `  - domain: "${zone}"\n    file: "${folder}/${i}.zone"\n`;
      });
      writeFileSync(
        join(folder, 'knot.conf'),
        `server:
    rundir: "${folder}/run"
    listen: 127.0.0.1@${port}
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
log:
  - target: stderr
    any: info
database:
    storage: "${folder}/data"
template:
  - id: default
    storage: "${folder}/data"
    # signatures stay in its journal: the zone file is left as the test wrote it
    zonefile-sync: -1
    zonefile-load: difference-no-serial
    journal-content: all
    dnssec-signing: ${signed ? 'on' : 'off'}
zone:
${blocks.join('')}`,
      );
      return ['-c', join(folder, 'knot.conf')];
    },
    ready: (port) => answersFor(port, Object.keys(zones)),
  });
  return { ...server, ds: (zone) => delegation(server.folder, zone) };
}

async function delegation(folder: string, zone: string): Promise<string> {
  const keymgr = findProgram('keymgr');
  if (keymgr === null) throw new Error('keymgr is not installed: it comes with knot.');
  const { stdout } = await promisify(execFile)(keymgr, ['-c', join(folder, 'knot.conf'), zone, 'ds']);
  // one line for each digest: `example.com. DS 12345 13 2 …`
  const line = stdout.split('\n').find((candidate) => / DS \d+ \d+ 2 /.test(candidate));
  if (line === undefined) throw new Error(`Knot has no key for ${zone}. keymgr said: ${stdout}`);
  return line.replace(' DS ', ' IN DS ');
}
