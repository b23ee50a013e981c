import { proveCheck } from '../prove-fixture.ts';
import present from './present.ts';
import { spfWorld, unread } from './spf-world-fixture.ts';

const mx = (exchange: string) => ({ MX: [{ preference: 0, exchange }], TXT: ['other'] });

proveCheck(present, {
  passes: {
    'one record': {
      ...spfWorld('v=spf1 ip4:192.0.2.1 -all'),
      says: 'example.com has an SPF record. May send as example.com: 192.0.2.1. Mail from all other servers is to be rejected.',
    },
    two: spfWorld(['v=spf1 a -all', 'v=spf1 mx -all'], {}, { says: /2 SPF records, of which only one may stay/ }),
  },
  fails: {
    'own mail servers': {
      zone: { 'example.com': mx('mail.example.com'), 'mail.example.com': { A: ['192.0.2.1'] } },
      fix: 'example.com. IN TXT "v=spf1 mx ~all"',
    },
    'mailboxes at a provider': {
      zone: { 'example.com': mx('example-com.mail.protection.outlook.com') },
      subject: { ip: '192.0.2.9' },
      fix: 'example.com. IN TXT "v=spf1 include:spf.protection.outlook.com ip4:192.0.2.9 ~all"',
    },
    'takes no mail': { zone: { 'example.com': mx('.') }, fix: 'example.com. IN TXT "v=spf1 -all"' },
    'no MX': { zone: { 'example.com': { TXT: ['other'], A: ['192.0.2.1'] } }, fix: /ip4:<address>/ },
  },
  undetermined: unread,
  notApplicable: {
    'no such domain': { zone: {}, says: 'example.com does not exist' },
    // one fault is told once, by spf.near_miss
    'meant as SPF': { zone: { 'example.com': { TXT: ['"v=spf1 mx -all"'] } }, says: /seems to be meant as one/ },
    'of the abolished type': {
      zone: { 'example.com': { TXT: ['other'], SPF: ['v=spf1 mx -all'] } },
      says: /abolished type SPF alone/,
    },
  },
});
