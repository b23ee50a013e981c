import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersFor } from './dns-ready.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** What an authoritative server serves. */
export interface ServedZones {
  /** Zone files (RFC 1035 section 5) by the name of their zone; `zoneFile` writes them. */
  readonly zones: Readonly<Record<string, string>>;
}

/** Starts NSD, an authoritative name server, with these zones on a free port of 127.0.0.1. */
export function startNsd({ zones }: ServedZones): Promise<ServerProcess> {
  return startServer({
    program: 'nsd',
    prepare(folder, port) {
      const blocks = Object.entries(zones).map(([zone, text], i) => {
        writeFileSync(join(folder, `${i}.zone`), text);
        return `zone:\n  name: "${zone}"\n  zonefile: "${i}.zone"\n`;
      });
      writeFileSync(
        join(folder, 'nsd.conf'),
        `server:
  ip-address: 127.0.0.1@${port}
  username: ""
  zonesdir: "${folder}"
  pidfile: "${folder}/nsd.pid"
  # its own folders are for a user that a test is not
  database: ""
  xfrdfile: ""
  xfrdir: "${folder}"
  zonelistfile: "${folder}/zone.list"
  server-count: 1
  # its default of 200 answers a second would lose a part of every burst
  rrl-ratelimit: 0
remote-control:
  control-enable: no
${blocks.join('')}`,
      );
      return ['-d', '-c', join(folder, 'nsd.conf')];
    },
    ready: (port) => answersFor(port, Object.keys(zones)),
  });
}
