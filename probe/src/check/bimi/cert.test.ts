import { createHash } from 'node:crypto';
import { type CertificateWish, type Certified, der, makeCa, makeCertificate } from '../../certificate-fixture.ts';
import { proveCheck, type World } from '../prove-fixture.ts';
import { LOGO_URL, logo, logoPage, MARK_URL, zoneWith } from './bimi-fixture.ts';
import cert from './cert.ts';

const [LOGOTYPE, TIMESTAMPS, BIMI] = ['1.3.6.1.5.5.7.1.12', '1.3.6.1.4.1.11129.2.4.2', '1.3.6.1.5.5.7.3.31'];
const validFrom = new Date('2026-02-01T00:00:00Z');
const validTo = new Date('2027-02-01T00:00:00Z');
const root = makeCa({ commonName: 'Mark root', validFrom, validTo });
const middle = makeCa({ ca: root, commonName: 'Mark authority', validFrom, validTo });

/** The extension with a logo inside and its SHA-256 beside it. */
function logotype(picture: string) {
  const hash = der.sequence(
    der.sequence(der.oid('2.16.840.1.101.3.4.2.1'), der.null),
    der.octets(createHash('sha256').update(picture).digest()),
  );
  const uri = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
  const details = der.sequence(der.ia5('image/svg+xml'), der.sequence(hash), der.sequence(der.ia5(uri)));
  return {
    oid: LOGOTYPE,
    value: der.sequence(der.tlv(0xa2, der.tlv(0xa0, der.sequence(der.sequence(details))))),
  };
}

const mark = (wish: Partial<CertificateWish> = {}, picture = logo): Certified =>
  makeCertificate({
    names: ['example.com'],
    ca: middle,
    validFrom,
    validTo,
    extendedKeyUsage: [BIMI],
    extensions: [logotype(picture), { oid: TIMESTAMPS, value: der.octets(Buffer.of(0, 0)) }],
    ...wish,
  });

const publishing = (made: Certified, more: World = {}): World => ({
  zone: zoneWith(),
  https: { [LOGO_URL]: logoPage(), [MARK_URL]: { text: `${made.cert}${middle.cert}` } },
  ...more,
});
const page = (own: NonNullable<World['https']>[string]): World => ({
  zone: zoneWith(),
  https: { [LOGO_URL]: logoPage(), [MARK_URL]: own },
});

proveCheck(cert, {
  passes: {
    'for the domain and its logo': {
      ...publishing(mark()),
      says: 'is for example.com and valid until 2027-02-01, and holds the logo of the record. Whether receivers accept its issuer was not looked at.',
    },
    'the logo could not be fetched': {
      zone: zoneWith(),
      https: { [MARK_URL]: { text: `${mark().cert}${middle.cert}` } },
      says: 'the logo could not be compared',
    },
  },
  fails: {
    ended: {
      ...publishing(mark({ validTo: new Date('2026-11-01T00:00:00Z') })),
      says: 'ended on 2026-11-01',
      fix: /Renew it/,
    },
    'for another domain': {
      ...publishing(mark({ names: ['example.net'] })),
      says: 'is for example.net and not for example.com',
    },
    'with another logo': {
      ...publishing(mark({}, logo.replace('#2244aa', '#aa4422'))),
      says: 'not the one in the certificate',
    },
    'of a web server': publishing(mark({ extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] })),
    'no certificate': { ...page({ text: '<html></html>' }), says: 'no certificate in PEM form' },
    'no such file': { ...page({ status: 404 }), says: 'Gmail and Apple Mail show no logo' },
  },
  warns: {
    'ends soon': { ...publishing(mark({ validTo: new Date('2026-12-10T00:00:00Z') })), says: 'ends on 2026-12-10' },
    'alone in its file': page({ text: mark().cert }),
  },
  undetermined: {
    'too late': page({ outcome: 'timeout' }),
    'larger than is fetched here': page({ outcome: 'too-large', detail: 'The body is larger than 65536 bytes.' }),
    'the record is not known': { zone: { 'default._bimi.example.com': 'servfail' }, https: {} },
    'nothing may be fetched': { zone: zoneWith() },
  },
  notApplicable: {
    'a record without a certificate': {
      zone: zoneWith(`v=BIMI1; l=${LOGO_URL};`),
      https: {},
      says: 'which it need not',
    },
    'no record': { zone: zoneWith(null), https: {} },
  },
});
