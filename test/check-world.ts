import { type DnsClient, ZoneDns } from '@whybounce/core/dns';
import type { ServeOptions } from '@whybounce/server';

/** Markup and script as somebody may publish them in a record of his. */
export const hostileText = '"><img src=x onerror=whybounceCanary(1)><script>whybounceCanary(2)</script>';

/** Who sends and receives in the tests: a domain with faults of every weight, and one that moved away from Microsoft. */
const zone = new ZoneDns({
  'example.com': {
    SOA: [
      {
        mname: 'ns1.example.com',
        rname: 'hostmaster.example.com',
        serial: 1,
        refresh: 7_200,
        retry: 900,
        expire: 1_209_600,
        minimum: 300,
      },
    ],
    NS: ['ns1.example.com', 'ns2.example.com'],
    MX: [
      { preference: 10, exchange: 'example-com.mail.protection.outlook.com' },
      { preference: 20, exchange: 'mx.old.example' },
    ],
    TXT: ['v=spf1 mx include:gone.example ip4:198.51.100.0/24 ~all', hostileText],
  },
  'example-com.mail.protection.outlook.com': { A: ['192.0.2.10'] },
  'mx.old.example': { CNAME: ['mail.old.example'] },
  'mail.old.example': { A: ['10.1.2.3'] },
  '_dmarc.example.com': { TXT: [`v=DMARC1; p=none; rua=mailto:reports@vendor.example; note=${hostileText}`] },
  'example.net': { MX: [{ preference: 10, exchange: 'aspmx.l.google.com' }] },
  'aspmx.l.google.com': { A: ['192.0.2.20'] },
  '25.2.0.192.in-addr.arpa': { PTR: ['out.example.com'] },
  'out.example.com': { A: ['192.0.2.25'] },
});

/**
 * The world as a service meets it in tests: a zone in memory, no web, no mail servers, no blocklists.
 *
 * @param before what the DNS waits for before it answers about a name
 */
export function checkWorld(before?: (name: string) => Promise<void>): NonNullable<ServeOptions['checks']> {
  const late: DnsClient = {
    query: async (name, type, options) => {
      await before?.(name);
      return zone.query(name, type, options);
    },
  };
  return {
    lists: false,
    connect: false,
    instruments: {
      dns: before === undefined ? zone : late,
      https: () => ({
        get: async (url) => ({
          url,
          outcome: 'no-connection',
          status: null,
          headers: {},
          body: new Uint8Array(),
          detail: null,
          ip: null,
          certificateEnds: null,
        }),
      }),
    },
  };
}
