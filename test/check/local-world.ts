import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Zone } from '@whybounce/core/dns';
import { Probe, type ProbeOptions } from '@whybounce/probe';
import { makeCa, makeCertificate } from '../../probe/src/certificate-fixture.ts';
import { createDns, type Dns } from '../../probe/src/dns/create.ts';
import { createHttpsFetcher } from '../../probe/src/https/fetcher.ts';
import { resolveWith } from '../../probe/src/https/resolve.ts';
import { createSmtpProber } from '../../probe/src/smtp/prober.ts';
import { startNsd } from '../peer/nsd.ts';
import { type ScriptedSmtp, startSmtpScript } from '../peer/smtp-script.ts';
import { startUnbound } from '../peer/unbound.ts';
import { zoneFile } from '../peer/zone-file.ts';

/** Real servers on loopback that hold a domain in good order, and a probe that may reach them. */
export interface LocalWorld {
  readonly probe: Probe;
  readonly dns: Dns;
  readonly mailServer: ScriptedSmtp;
  stop(): Promise<void>;
}

const policy = 'version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: mx2.example.com\nmax_age: 1209600\n';

/** The zone of a domain with all that a domain can have. */
export function goodZone(): Zone {
  return {
    'example.com': {
      SOA: [
        {
          mname: 'ns1.example.com',
          rname: 'hostmaster.example.com',
          serial: 2026112801,
          refresh: 14400,
          retry: 3600,
          expire: 1209600,
          minimum: 300,
        },
      ],
      NS: ['ns1.example.com', 'ns2.example.com'],
      MX: [
        { preference: 10, exchange: 'mx1.example.com' },
        { preference: 20, exchange: 'mx2.example.com' },
      ],
      TXT: ['v=spf1 mx include:_spf.mailer.example ip4:127.0.0.9 -all'],
      A: ['127.0.0.1'],
    },
    'ns1.example.com': { A: ['127.0.0.1'] },
    'ns2.example.com': { A: ['127.0.0.1'] },
    'mx1.example.com': { A: ['127.0.0.1'] },
    'mx2.example.com': { A: ['127.0.0.1'] },
    '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:dmarc@example.com'] },
    'selector1._domainkey.example.com': {
      TXT: [`v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=`],
    },
    '_mta-sts.example.com': { TXT: ['v=STSv1; id=20261128'] },
    'mta-sts.example.com': { A: ['127.0.0.1'] },
    '_smtp._tls.example.com': { TXT: ['v=TLSRPTv1; rua=mailto:tls@example.com'] },
  };
}

/**
 * Starts NSD with the zone, unbound before it, and a mail server.
 *
 * @param late milliseconds that the mail server lets wait for its greeting
 * @param took is told how many milliseconds each dialogue with a mail server took
 */
export async function startLocalWorld(
  zone: Zone = goodZone(),
  {
    late = 0,
    took = () => undefined,
    options = {},
  }: {
    readonly late?: number;
    readonly took?: (milliseconds: number) => void;
    readonly options?: ProbeOptions;
  } = {},
): Promise<LocalWorld> {
  const ca = makeCa();
  const { key, cert } = makeCertificate({ names: ['mx1.example.com', 'mx2.example.com'], ca });
  const nsd = await startNsd({
    zones: {
      'example.com': zoneFile('example.com', zone),
      'mailer.example': zoneFile('mailer.example', {
        '_spf.mailer.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 include:_spf2.mailer.example -all'] },
        '_spf2.mailer.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] },
      }),
    },
  });
  const unbound = await startUnbound({
    stubs: [
      { zone: 'example.com', server: nsd.address },
      { zone: 'mailer.example', server: nsd.address },
    ],
    pointers: ['127.0.0.1 mx1.example.com'],
  });
  const mailServer = await startSmtpScript({
    tls: { key, cert: cert + ca.cert },
    greeting: async (socket) => {
      await new Promise((resolve) => setTimeout(resolve, late));
      socket.write('220 mx1.example.com ESMTP\r\n');
    },
    replies: {
      'RCPT TO:<WHYBOUNCE-RELAY': '550 5.7.1 Relaying denied',
      'RCPT TO:<GONE@': '550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown',
    },
  });
  const policyHost = await startPolicyHost(makeCertificate({ names: ['mta-sts.example.com'], ca }));
  const isAllowed = (): boolean => true;
  const dns = createDns({ servers: [unbound.address], mayAsk: isAllowed });
  const prober = createSmtpProber({ isAllowed, ca: ca.cert });
  const probe = new Probe({
    lists: false,
    ownName: 'probe.example.org',
    smtpPort: mailServer.port,
    instruments: {
      dns,
      smtp: {
        async probe(request) {
          const started = performance.now();
          const observation = await prober.probe(request);
          took(performance.now() - started);
          return observation;
        },
      },
      https: (own) => createHttpsFetcher({ resolve: resolveWith(own), isAllowed, ca: ca.cert, port: policyHost.port }),
    },
    ...options,
  });
  return {
    probe,
    dns,
    mailServer,
    async stop() {
      dns.close();
      await probe.close();
      await Promise.all([nsd.stop(), unbound.stop(), mailServer.stop(), policyHost.stop()]);
    },
  };
}

/** Serves the policy of MTA-STS. */
async function startPolicyHost(tls: { readonly key: string; readonly cert: string }) {
  const server = createServer(tls, (_request, response) => {
    response.setHeader('Content-Type', 'text/plain').end(policy);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
