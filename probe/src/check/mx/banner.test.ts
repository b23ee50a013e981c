import { proveCheck } from '../prove-fixture.ts';
import banner from './banner.ts';
import { both, busy, greets } from './dialogue-fixture.ts';
import { mx, noMx, twoMailServers } from './mail-servers-fixture.ts';

const one = (greeting: string, zone = {}) => ({
  zone: { 'example.com': { MX: mx('mx.example.com') }, 'mx.example.com': { A: ['192.0.2.1'] }, ...zone },
  smtp: { '192.0.2.1': greets(greeting) },
});

proveCheck(banner, {
  passes: {
    'the name of the MX record': {
      ...one('220 mx.example.com ESMTP ready'),
      says: 'mx.example.com (192.0.2.1) calls itself mx.example.com.',
    },
    'a name that its provider keeps within': one('220 host-17.internal.example.net ESMTP'),
    'a provider checked by itself, with an inner name': {
      subject: { domain: 'aspmx.l.google.com', mailServer: 'aspmx.l.google.com' },
      zone: { 'aspmx.l.google.com': { A: ['192.0.2.27'] } },
      smtp: { '*': greets('220 mx.google.com ESMTP abc - gsmtp') },
    },
    'another name that resolves': one('220-mail.example.com ESMTP\n220 welcome', {
      'mail.example.com': { A: ['192.0.2.9'] },
    }),
    'one greets, and this machine has no way to the other': {
      zone: { ...twoMailServers, 'mx2.example.com': { AAAA: ['2001:db8::2'] } },
      smtp: {
        '192.0.2.1': greets('220 mx1.example.com ESMTP'),
        '2001:db8::2': { outcome: 'not-tried', detail: 'no IPv6', connected: null },
      },
    },
    'an address literal': one('220 [192.0.2.1] ESMTP'),
    'another name of which nothing is known': one('220 mail.example.com ESMTP', { 'mail.example.com': 'servfail' }),
  },
  fails: {
    'no name': { ...one('220 ESMTP ready'), says: 'greets with "220 ESMTP ready"' },
    'a bare name': one('220 mailserver ESMTP'),
    'a name of the machine itself': one('220 localhost.localdomain ESMTP'),
    'a masked greeting': { ...one('220 *******************'), fix: /firewall/ },
    'a name with a script in it': one('220 <script>alert(1)</script>'),
    'no SMTP at all': {
      ...one(''),
      smtp: { '192.0.2.1': { outcome: 'not-smtp', detail: 'SSH-2.0-OpenSSH' } },
      says: 'is not SMTP',
    },
  },
  warns: {
    'an own name that does not resolve': { ...one('220 old.example.com ESMTP'), says: 'the DNS knows no such name' },
  },
  undetermined: {
    '421': {
      ...both(busy),
      says: 'turned this connection away with "421 4.7.0 Too many connections, try again later"',
    },
    '554': {
      zone: twoMailServers,
      smtp: { '*': { outcome: 'turned-away', ...greets('554 5.7.1 Your address is listed') } },
      says: '554 5.7.1 Your address is listed',
    },
    'nobody answers': { zone: twoMailServers, smtp: {}, says: 'connection refused' },
  },
  notApplicable: { 'no mail server': { zone: noMx, smtp: {} } },
});
