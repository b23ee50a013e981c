import type { SeenCertificate, SeenTls, SmtpObservation, SmtpRequest } from '../../smtp/observation.ts';
import { busy, closed, step } from '../mx/dialogue-fixture.ts';
import { mx, noMx, nullMx, twoMailServers, unknownMx } from '../mx/mail-servers-fixture.ts';
import type { World } from '../prove-fixture.ts';

/** A certificate in which nothing is wrong, for both mail servers. */
export const certificate = (own: Partial<SeenCertificate> = {}): SeenCertificate => ({
  names: ['mx1.example.com', 'mx2.example.com'],
  issuer: 'C=US, O=Example Trust, CN=Example CA 7',
  subject: 'CN=mx1.example.com',
  validFrom: new Date('2026-10-20T00:00:00Z'),
  validTo: new Date('2027-01-18T00:00:00Z'),
  key: { type: 'rsa', bits: 2048, curve: null },
  signatureAlgorithm: 'sha256WithRSAEncryption',
  chain: [],
  untrusted: null,
  ...own,
});

/** A server that comes to TLS. */
export const secured = (own: Partial<SeenCertificate> = {}, tls: Partial<SeenTls> = {}): Partial<SmtpObservation> => ({
  startTls: 'done',
  plainExtensions: { STARTTLS: '' },
  tls: {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    suite: 'TLS_AES_256_GCM_SHA384',
    forwardSecrecy: true,
    aead: true,
    keyExchange: 'X25519',
    certificate: certificate(own),
    ...tls,
  },
});

/** The same, asked for old versions alone: does them, or refuses in the words of the TLS library. */
export const withOld =
  (old: 'TLSv1' | 'TLSv1.1' | 'refused' | 'busy'): ((request: SmtpRequest) => Partial<SmtpObservation>) =>
  ({ tlsVersions }) => {
    if (tlsVersions === undefined) return secured();
    if (old === 'busy') return busy;
    return old === 'refused' ? handshakeFails('tlsv1 alert protocol version') : secured({}, { version: old });
  };

/** A server without STARTTLS. */
export const plain: Partial<SmtpObservation> = {
  steps: [step('ehlo', 'EHLO probe.example.org', '250-mx1.example.com\n250 SIZE 1000')],
  plainExtensions: { SIZE: '1000' },
};

export const handshakeFails = (tlsError: string): Partial<SmtpObservation> => ({
  startTls: 'failed',
  plainExtensions: { STARTTLS: '' },
  tlsError,
});

/** A server that offers STARTTLS and then replies to it so. */
export const refusesTls = (reply: string): Partial<SmtpObservation> => ({
  startTls: 'refused',
  plainExtensions: { STARTTLS: '' },
  steps: [step('starttls', 'STARTTLS', reply)],
});

export type Behaviour = Partial<SmtpObservation> | ((request: SmtpRequest) => Partial<SmtpObservation>);

/** Two mail servers; the second one behaves as the first where nothing else is said. */
export const servers = (first: Behaviour, second: Behaviour = first): World => ({
  zone: twoMailServers,
  smtp: { '192.0.2.1': first, '192.0.2.2': second },
});

/** A domain whose mail somebody else takes. */
export const atProvider = (both: Behaviour): World => ({
  zone: {
    'example.com': { MX: mx('eforward1.registrar-servers.com', 'eforward2.registrar-servers.com') },
    'eforward1.registrar-servers.com': { A: ['192.0.2.1'] },
    'eforward2.registrar-servers.com': { A: ['192.0.2.2'] },
  },
  smtp: { '*': both },
});

/** A domain whose MTA-STS policy has this mode. */
export function withPolicy(world: World, mode: 'enforce' | 'testing'): World {
  return {
    ...world,
    zone: { ...world.zone, '_mta-sts.example.com': { TXT: ['v=STSv1; id=1'] } },
    https: {
      'https://mta-sts.example.com/.well-known/mta-sts.txt': {
        text: `version: STSv1\nmode: ${mode}\nmx: *.example.com\nmax_age: 604800\n`,
      },
    },
  };
}

/** What no check of encryption can tell anything of. */
export const untestable: Record<string, World> = {
  'all turn this connection away': { ...servers(busy), says: '421 4.7.0 Too many connections' },
  'no way out of here': { ...servers(closed('ETIMEDOUT', 'timeout')), says: 'may be the network here' },
  'the mail servers are not known': { zone: unknownMx, smtp: {} },
  'the handshake breaks off': servers(handshakeFails('read ECONNRESET')),
};

/** Where there is nothing to look at. */
export const nothingThere: Record<string, World> = {
  'no mail server': { zone: noMx, smtp: {} },
  'a null MX': { zone: nullMx, smtp: {} },
};

/** One server with both families. */
export const dualStack = (ipv4: Behaviour, ipv6: Behaviour): World => ({
  zone: {
    'example.com': { MX: mx('mx1.example.com') },
    'mx1.example.com': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] },
  },
  smtp: { '192.0.2.1': ipv4, '2001:db8::1': ipv6 },
});
