import { type Zone, ZoneDns } from '@whybounce/core/dns';
import type { Instruments, ProbeOptions } from '@whybounce/probe';

/** Markup and signs that turn the direction of writing, as somebody may publish them. */
export const hostileRecord =
  'v=spf1 include:<script>alert(1)</script>.example "><img/src=x/onerror=alert(1)> \u202eip4:1.2.3.4 -all';

const zone: Zone = {
  'example.com': {
    TXT: ['v=spf1 mx include:_spf.mailer.example include:_spf.crm.example ip4:198.51.100.0/24 ~all', 'verification=1'],
    MX: [
      { preference: 10, exchange: 'mx1.example.com' },
      { preference: 20, exchange: 'mx.example.net' },
    ],
    A: ['192.0.2.80'],
  },
  'mx1.example.com': { A: ['192.0.2.10'], AAAA: ['2001:db8::10'] },
  'mx.example.net': { A: ['192.0.2.11'] },
  '_spf.mailer.example': { TXT: ['v=spf1 include:a.mailer.example include:b.mailer.example ~all'] },
  'a.mailer.example': {
    TXT: [
      `v=spf1 ${Array.from({ length: 12 }, (_, index) => `ip4:203.0.113.${8 * index}/30`).join(' ')} ${Array.from({ length: 6 }, (_, index) => `a:h${index}.mailer.example`).join(' ')} -all`,
    ],
  },
  '*.mailer.example': { A: ['192.0.2.20'], AAAA: ['2001:db8::20'] },
  'b.mailer.example': { TXT: ['v=spf1 exists:%{i}.allow.mailer.example include:a.mailer.example -all'] },
  '_spf.crm.example': { TXT: ['v=spf1 include:_spf.crm.example include:gone.crm.example ip4:192.0.2.128/25 ~all'] },
  '_dmarc.example.com': {
    TXT: ['v=DMARC1; p=none; rua=mailto:reports@vendor.example; pct=50; sp=quarantine; np=reject'],
  },
  'vendor.example': { A: ['192.0.2.90'] },
  '_mta-sts.example.com': { TXT: ['v=STSv1; id=20260101;'] },
  '_smtp._tls.example.com': { TXT: ['v=TLSRPTv1; rua=mailto:tls@example.com'] },
  'two.example': { TXT: ['v=spf1 a ~all', 'v=spf1 include:_spf.google.com -all'], A: ['192.0.2.3'] },
  '_spf.google.com': { TXT: ['v=spf1 ip4:198.51.100.0/25 ~all'] },
  'plain.example': { TXT: ['v=spf1 ip4:192.0.2.1 -all'], A: ['192.0.2.1'] },
  '_dmarc.plain.example': { TXT: ['v=DMARC1; p=reject; rua=mailto:dmarc@plain.example'] },
  'down.example': 'timeout',
  '_dmarc.down.example': 'timeout',
  '_mta-sts.down.example': 'timeout',
  'hostile.example': { TXT: [hostileRecord], MX: [{ preference: 1, exchange: '<b>mx</b>.example' }] },
  '_dmarc.hostile.example': {
    TXT: ['v=DMARC1; p=none; rua=mailto:<script>alert(1)</script>@x.example; x=<img src=x onerror=alert(1)>'],
  },
};

const policy = ['version: STSv1', 'mode: enforce', 'mx: *.example.com', 'max_age: 604800', ''].join('\r\n');

/** The policy hosts: that of example.com serves one, that of hostile.example a page of markup, the others are not there. */
function https(): ReturnType<Instruments['https']> {
  return {
    get: async (url) => {
      const nothing = { url, status: null, headers: {}, body: new Uint8Array(), detail: null, ip: null };
      const { hostname } = new URL(url);
      const body =
        hostname === 'mta-sts.example.com'
          ? policy
          : hostname === 'mta-sts.hostile.example'
            ? 'version: STSv1\nmode: <script>alert(1)</script>\n'
            : null;
      if (body === null) return { ...nothing, outcome: 'no-name', certificateEnds: null };
      return {
        ...nothing,
        outcome: 'answered',
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: new TextEncoder().encode(body),
        certificateEnds: new Date('2026-12-24T00:00:00Z'),
      };
    },
  };
}

/** How the service asks in the tests of the pages about records, and what it asked. */
export function recordWorld(): { readonly checks: ProbeOptions; readonly asked: readonly string[] } {
  const dns = new ZoneDns(zone);
  return { checks: { instruments: { dns, https }, lists: false, connect: false }, asked: dns.asked };
}
