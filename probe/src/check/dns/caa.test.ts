import type { RecordData } from '@whybounce/core/dns';
import type { SeenTls, SmtpObservation } from '../../smtp/observation.ts';
import { NOW, proveCheck } from '../prove-fixture.ts';
import caa from './caa.ts';

const records = (...pairs: [tag: string, value: string][]): RecordData['CAA'][] =>
  pairs.map(([tag, value]) => ({ critical: false, tag, value }));
const MX = [{ preference: 10, exchange: 'mx.example.com' }];
const host = { 'mx.example.com': { A: ['192.0.2.1'] } };
const shows = (
  issuer: string,
  names = ['mx.example.com'],
  untrusted: string | null = null,
): Partial<SmtpObservation> => ({
  tls: {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    keyExchange: 'X25519',
    certificate: {
      names,
      issuer,
      subject: 'CN=mx.example.com',
      validFrom: NOW,
      validTo: NOW,
      key: { type: 'ec', bits: 256, curve: 'prime256v1' },
      signatureAlgorithm: null,
      chain: [],
      untrusted,
    },
  } satisfies SeenTls,
});
const LETS = "C=US, O=Let's Encrypt, CN=R11";

proveCheck(caa, {
  passes: {
    'no records': {
      zone: { 'example.com': { MX }, ...host },
      says: 'For mx.example.com any authority may issue certificates.',
    },
    'records that restrict nothing': {
      zone: { 'example.com': { MX, CAA: records(['iodef', 'mailto:ca@example.com']) }, ...host },
    },
    'the authority in use is named, with parameters': {
      zone: { 'example.com': { MX, CAA: records(['issue', 'letsencrypt.org; validationmethods=dns-01']) }, ...host },
      smtp: { '192.0.2.1': shows(LETS) },
      says: 'For mx.example.com only letsencrypt.org may issue certificates.',
    },
    'the records of the host go before those above': {
      zone: {
        'example.com': { MX, CAA: records(['issue', 'digicert.com']) },
        'mx.example.com': { A: ['192.0.2.1'], CAA: records(['issue', 'letsencrypt.org']) },
      },
      smtp: { '192.0.2.1': shows(LETS) },
    },
    'a wildcard by issuewild': {
      zone: { 'example.com': { MX, CAA: records(['issue', ';'], ['issuewild', 'letsencrypt.org']) }, ...host },
      smtp: { '192.0.2.1': shows(LETS, ['*.example.com']) },
    },
  },
  fails: {
    'another authority': {
      zone: { 'example.com': { MX, CAA: records(['issue', 'digicert.com']) }, ...host },
      smtp: { '192.0.2.1': shows(LETS) },
      says: /from Let's Encrypt, but by the CAA records of example\.com only digicert\.com may issue for it\. It cannot/,
      fix: 'example.com. IN CAA 0 issue "letsencrypt.org"',
    },
    'nobody may': {
      zone: { 'example.com': { MX, CAA: records(['issue', ';']) }, ...host },
      smtp: { '192.0.2.1': shows(LETS) },
      says: 'no authority may issue',
    },
  },
  tells: {
    'no dialogue was had': {
      zone: { 'example.com': { MX, CAA: records(['issue', 'digicert.com']) }, ...host },
      says: 'For mx.example.com only digicert.com may issue certificates. Which authority',
    },
    'an authority that is not known': {
      zone: { 'example.com': { MX, CAA: records(['issue', 'digicert.com']) }, ...host },
      smtp: { '192.0.2.1': shows('O=Example Trust') },
    },
    'a certificate that nobody vouches for': {
      zone: { 'example.com': { MX, CAA: records(['issue', 'digicert.com']) }, ...host },
      smtp: { '192.0.2.1': shows(LETS, ['mx.example.com'], 'self-signed certificate') },
    },
    'the host of the MTA-STS policy': {
      zone: {
        'example.com': { MX: [{ preference: 10, exchange: 'mx.example.net' }], CAA: records(['issue', 'pki.goog']) },
        '_mta-sts.example.com': { TXT: ['v=STSv1; id=1'] },
        'mta-sts.example.com': { A: ['192.0.2.80'] },
        'mx.example.net': { A: ['192.0.2.2'] },
      },
      says: 'mta-sts.example.com',
    },
  },
  undetermined: {
    SERVFAIL: { zone: { 'example.com': { MX, CAA: 'servfail' }, ...host }, says: 'SERVFAIL' },
    'mail servers that are not known': {
      zone: { 'example.com': { MX: 'timeout' } },
      says: 'Which mail servers example.com has could not be told: no answer came in time.',
    },
  },
  notApplicable: {
    'a mail server of somebody else': {
      zone: {
        'example.com': { MX: [{ preference: 10, exchange: 'mx.example.net' }] },
        'mx.example.net': { A: ['192.0.2.2'] },
      },
    },
  },
});
