import type { Zone } from '@whybounce/core/dns';
import type { TlsaRecord } from '@whybounce/core/record';
import { makeCa, makeCertificate } from '../../certificate-fixture.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { secured } from '../tls/tls-fixture.ts';

export const authority = makeCa({ commonName: 'Example authority' });
export const present = makeCertificate({ names: ['mx1.example.com', 'mx2.example.com'], ca: authority });
export const next = makeCertificate({ names: ['mx1.example.com'] });

/** A server that presents the certificate together with that of its authority. */
export const presents = secured({ chain: [present.der, authority.der] });

/** A signed domain with one mail server that has these TLSA records. */
export const signed = (records: readonly TlsaRecord[], own: Zone = {}): Zone => ({
  'example.com': { MX: mx('mx1.example.com'), authenticated: true },
  'mx1.example.com': { A: ['192.0.2.1'], authenticated: true },
  ...(records.length === 0 ? {} : { '_25._tcp.mx1.example.com': { TLSA: records, authenticated: true } }),
  '.': { SOA: [root], authenticated: true },
  ...own,
});

/** The same without signatures, asked of a resolver that would vouch for them. */
export const unsigned = (records: readonly TlsaRecord[], own: Zone = {}): Zone => ({
  'example.com': { MX: mx('mx1.example.com') },
  'mx1.example.com': { A: ['192.0.2.1'] },
  '_25._tcp.mx1.example.com': { TLSA: records },
  '.': { SOA: [root], authenticated: true },
  ...own,
});

const root = {
  mname: 'a.root-servers.net',
  rname: 'nstld.example.org',
  serial: 1,
  refresh: 1800,
  retry: 900,
  expire: 604_800,
  minimum: 86_400,
};
