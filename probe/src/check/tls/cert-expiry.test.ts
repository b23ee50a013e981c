import { makeCertificate } from '../../certificate-fixture.ts';
import { tlsaFor } from '../../dane/digest.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import certExpiry from './cert-expiry.ts';
import { nothingThere, plain, secured, servers, untestable, withPolicy } from './tls-fixture.ts';

const ends = (day: string, from = '2026-09-01') =>
  secured({ validFrom: new Date(from), validTo: new Date(`${day}T12:00:00Z`) });
const made = makeCertificate({ names: ['mx1.example.com'] });

proveCheck(certExpiry, {
  passes: {
    'two weeks are left': { ...servers(ends('2026-12-13')), says: 'valid until 2026-12-13' },
    'it lives for six days, and two are left': servers(ends('2026-11-30', '2026-11-24')),
  },
  fails: {
    ended: {
      ...servers(ends('2027-01-01'), ends('2026-11-27')),
      severity: 'medium',
      says: /^mx2.*ended on 2026-11-27/,
      fix: /restart or reload/,
    },
    'ended, and the policy demands one': {
      ...withPolicy(servers(ends('2026-11-27')), 'enforce'),
      severity: 'high',
      says: 'deliver nothing to it',
    },
    'not valid yet': {
      ...servers(ends('2027-11-27', '2026-12-01')),
      says: 'is valid from 2026-12-01 on only',
      fix: /clock/,
    },
  },
  warns: {
    'ends in ten days': {
      ...servers(ends('2026-12-08')),
      severity: 'medium',
      says: 'ends on 2026-12-08, in 10 days, and was not renewed yet',
    },
    'ends tomorrow': { ...servers(ends('2026-11-29')), says: 'in one day' },
    'lives for six days, and one is left': servers(ends('2026-11-29', '2026-11-23')),
    'ended, and DANE does not mind': {
      zone: {
        'example.com': { MX: mx('mx1.example.com'), authenticated: true },
        'mx1.example.com': { A: ['192.0.2.1'], authenticated: true },
        '_25._tcp.mx1.example.com': { TLSA: [tlsaFor(made.der)], authenticated: true },
      },
      smtp: { '192.0.2.1': secured({ validTo: new Date('2026-11-01'), chain: [made.der] }) },
      severity: 'low',
      says: 'senders that follow DANE do not mind',
    },
  },
  undetermined: untestable,
  notApplicable: { ...nothingThere, 'no TLS': servers(plain) },
});
