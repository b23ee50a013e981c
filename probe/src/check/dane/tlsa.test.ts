import { formatTlsa } from '@whybounce/core/record';
import { expect, it } from 'vitest';
import { tlsaData, tlsaFor } from '../../dane/digest.ts';
import { busy } from '../mx/dialogue-fixture.ts';
import { mx } from '../mx/mail-servers-fixture.ts';
import { contextOf, proveCheck } from '../prove-fixture.ts';
import { handshakeFails, nothingThere, plain, refusesTls, secured, untestable } from '../tls/tls-fixture.ts';
import { authority, next, present, presents, signed, unsigned } from './dane-fixture.ts';
import tlsa from './tlsa.ts';

const own = tlsaFor(present.der);
const other = tlsaFor(next.der);
const whole = tlsaFor(present.der, { usage: 3, selector: 0, matchingType: 1 });
const pkix = { usage: 1, selector: 1, matchingType: 1, data: tlsaData(present.der, { selector: 1, matchingType: 1 }) };
const smtp = { '192.0.2.1': presents };
const right = `_25._tcp.mx1.example.com. IN TLSA ${formatTlsa(own)}`;

proveCheck(tlsa, {
  passes: {
    'the key': {
      zone: signed([own]),
      smtp,
      says: /mx1\.example\.com \(192\.0\.2\.1\): the TLSA record "3 1 1 [0-9a-f]{16}…" fits\./,
    },
    'the whole certificate': { zone: signed([whole]), smtp },
    'the authority': { zone: signed([tlsaFor(authority.der, { usage: 2, selector: 1, matchingType: 1 })]), smtp },
    'the present key and the next one': { zone: signed([other, own]), smtp },
    'the host is an alias, with records at its end': {
      zone: signed([], {
        'mx1.example.com': { CNAME: ['host.example.com'], authenticated: true },
        'host.example.com': { A: ['192.0.2.1'], authenticated: true },
        '_25._tcp.host.example.com': { TLSA: [own], authenticated: true },
      }),
      smtp,
    },
    'one server by its name': {
      subject: { domain: 'mx1.example.com', mailServer: 'mx1.example.com' },
      zone: signed([own]),
      smtp,
    },
  },
  fails: {
    'another key': {
      zone: signed([other]),
      smtp,
      says: /no TLSA record at _25\._tcp\.mx1\.example\.com fits.*names another key/,
      fix: right,
    },
    'the digest of the certificate under the selector of the key': {
      zone: signed([{ ...own, data: whole.data }]),
      smtp,
      says: 'names another key',
    },
    'the authority under usage 3': {
      zone: signed([{ ...tlsaFor(authority.der), usage: 3 }]),
      smtp,
      says: 'usage 2 is meant',
    },
    'another key, and the MX records are not signed': {
      zone: signed([other], { 'example.com': { MX: mx('mx1.example.com') } }),
      smtp,
    },
    'no STARTTLS': { zone: signed([own]), smtp: { '192.0.2.1': plain }, says: 'deliver nothing without' },
    'a handshake that fails': {
      zone: signed([own]),
      smtp: { '192.0.2.1': handshakeFails('sslv3 alert handshake failure') },
    },
    'one of two, the other was not reached': {
      zone: signed([other], {
        'example.com': { MX: mx('mx1.example.com', 'mx2.example.com'), authenticated: true },
        'mx2.example.com': { A: ['192.0.2.2'], authenticated: true },
        '_25._tcp.mx2.example.com': { TLSA: [own], authenticated: true },
      }),
      smtp: { ...smtp, '192.0.2.2': busy },
      says: /^mx1.*deliver nothing to it.*mx2\.example\.com \(192\.0\.2\.2\): it turned this connection away/,
    },
  },
  warns: {
    'not signed': {
      zone: unsigned([own]),
      smtp,
      says: 'are not signed with DNSSEC',
      fix: /signed with DNSSEC, or remove/,
    },
    'usage 1 alone': { zone: signed([pkix]), smtp, says: 'verify nothing (Usage 1 asks', fix: right },
    'usage 1 beside the right one': {
      zone: signed([pkix, own]),
      smtp,
      says: 'counts for nothing',
      fix: /skip the record/,
    },
    'TLS is out of order for the moment': {
      zone: signed([own]),
      smtp: { '192.0.2.1': refusesTls('454 4.7.0 TLS not available') },
    },
    'one server has none': {
      zone: signed([own], {
        'example.com': { MX: mx('mx1.example.com', 'mx2.example.com'), authenticated: true },
        'mx2.example.com': { A: ['192.0.2.2'] },
      }),
      smtp: { ...smtp, '192.0.2.2': presents },
      says: 'mx2.example.com: no TLSA records that count',
    },
  },
  tells: {
    'the MX records are not signed': {
      zone: signed([own], { 'example.com': { MX: mx('mx1.example.com') } }),
      smtp,
      says: 'The MX records of example.com are not signed',
    },
    'signed, and no records': { zone: signed([]), smtp, says: 'DANE is not used', fix: right },
    'signed, and no records, with a provider': {
      zone: {
        'example.com': { MX: mx('mx.example.net'), authenticated: true },
        'mx.example.net': { A: ['192.0.2.1'], authenticated: true },
      },
      smtp,
    },
  },
  undetermined: {
    'the server turns this connection away': { zone: signed([own]), smtp: { '192.0.2.1': busy }, says: '421' },
    'the records could not be had': {
      zone: signed([], { '_25._tcp.mx1.example.com': 'servfail' }),
      smtp,
      says: 'senders that follow DANE hold mail back',
    },
    'the resolver vouches for nothing': {
      zone: unsigned([own], { '.': { SOA: [] } }),
      smtp,
      says: 'the resolver that was asked does not vouch',
    },
    'no certificate that can be read': { zone: signed([own]), smtp: { '192.0.2.1': secured() } },
    'the mail servers are not known': untestable['the mail servers are not known'] as object,
  },
  notApplicable: {
    ...nothingThere,
    'neither signed nor records': {
      zone: { 'example.com': { MX: mx('mx1.example.com') }, 'mx1.example.com': { A: ['192.0.2.1'] } },
      smtp,
    },
    'records of servers that were not connected to': {
      zone: signed([], {
        'example.com': {
          MX: mx('mx1.example.com', 'mx2.example.com', 'mx3.example.com', 'mx4.example.com'),
          authenticated: true,
        },
        'mx2.example.com': { A: ['192.0.2.2'] },
        'mx3.example.com': { A: ['192.0.2.3'] },
        'mx4.example.com': { A: ['192.0.2.4'], authenticated: true },
        '_25._tcp.mx4.example.com': { TLSA: [own], authenticated: true },
      }),
      smtp: { '*': presents },
    },
    'a server by its address': { subject: { domain: null, mailServer: '192.0.2.1' }, smtp },
  },
});

it('asks little of servers that are not signed', async () => {
  const hosts = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.example.net`);
  const context = contextOf({
    zone: {
      'example.com': { MX: mx(...hosts) },
      ...Object.fromEntries(hosts.map((host, at) => [host, { A: [`192.0.2.${at + 1}`] }])),
    },
    smtp: { '*': presents },
  });
  await tlsa.run(context);
  const { asked } = context.dns as unknown as { asked: string[] };
  expect(asked.filter((question) => question.startsWith('TLSA '))).toHaveLength(2);
});
