import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersFor } from './dns-ready.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** What a recursive server knows of the world. */
export interface KnownWorld {
  /** Zones with the address (`127.0.0.1:5353`) of the server that holds each; other names get NXDOMAIN or SERVFAIL. */
  readonly stubs: readonly { readonly zone: string; readonly server: string }[];
  /** DS or DNSKEY records in zone file form: what is below them is validated. */
  readonly trustAnchors?: readonly string[] | undefined;
  /** `"example.com. 300 IN A 192.0.2.1"`: answers given without asking anybody. */
  readonly localData?: readonly string[] | undefined;
  /** PTR records as `192.0.2.1 host.example.com`. */
  readonly pointers?: readonly string[] | undefined;
  /** More lines for the `server:` part of its configuration. */
  readonly settings?: readonly string[] | undefined;
}

/**
 * Zones that unbound answers itself by default (RFC 6303, RFC 6761): given free, as tests live in them.
 * Without it the reverse zones of 192.0.2.0/24 and the like would be NXDOMAIN whatever a stub says.
 */
const OWN_ZONES = [
  'test.',
  'invalid.',
  '2.0.192.in-addr.arpa.',
  '100.51.198.in-addr.arpa.',
  '113.0.203.in-addr.arpa.',
  '8.b.d.0.1.0.0.2.ip6.arpa.',
];

/** Starts unbound, a recursive and validating resolver, on a free port of 127.0.0.1. It asks nobody but the stubs. */
export function startUnbound(world: KnownWorld): Promise<ServerProcess> {
  return startServer({
    program: 'unbound',
    prepare(folder, port) {
      writeFileSync(join(folder, 'unbound.conf'), configuration(world, folder, port));
      return ['-d', '-c', join(folder, 'unbound.conf')];
    },
    // version.bind is answered without a question to anybody; what code comes back is no matter
    ready: (port) => answersFor(port, []),
  });
}

function configuration(world: KnownWorld, folder: string, port: number): string {
  const anchors = world.trustAnchors ?? [];
  const lines = [
    `interface: 127.0.0.1@${port}`,
    'username: ""',
    'chroot: ""',
    `directory: "${folder}"`,
    `pidfile: "${folder}/unbound.pid"`,
    'use-syslog: no',
    'num-threads: 1',
    'do-ip6: no',
    'do-not-query-localhost: no',
    'access-control: 127.0.0.0/8 allow',
    'ede: yes',
    `module-config: "${anchors.length > 0 ? 'validator iterator' : 'iterator'}"`,
    ...anchors.map((anchor) => `trust-anchor: "${anchor}"`),
    ...OWN_ZONES.map((zone) => `local-zone: "${zone}" nodefault`),
    // everything that is no stub ends here and not in the internet
    'local-zone: "." static',
    ...world.stubs.map(({ zone }) => `local-zone: "${zone}" transparent`),
    ...(world.localData ?? []).map((data) => `local-data: '${data}'`),
    ...(world.pointers ?? []).map((pointer) => `local-data-ptr: "${pointer}"`),
    ...(world.settings ?? []),
  ];
  const stubs = world.stubs.map(
    ({ zone, server }) => `stub-zone:\n  name: "${zone}"\n  stub-addr: ${server.replace(':', '@')}\n`,
  );
  return `server:\n${lines.map((line) => `  ${line}\n`).join('')}remote-control:\n  control-enable: no\n${stubs.join('')}`;
}
