import { proveCheck } from '../prove-fixture.ts';
import { mx, noMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';
import redundant from './redundant.ts';

const one = (own: { A?: string[]; AAAA?: string[] }) => ({
  'example.com': { MX: mx('mx.example.com') },
  'mx.example.com': own,
});

proveCheck(redundant, {
  passes: {
    'two servers': { zone: twoMailServers, says: 'has 2 ways' },
    'one name with two addresses': { zone: one({ A: ['192.0.2.1', '192.0.2.2'] }) },
    'a provider behind an own server': {
      zone: {
        'example.com': { MX: mx('mail.example.com', 'aspmx.l.google.com') },
        'mail.example.com': { A: ['192.0.2.1'] },
        'aspmx.l.google.com': { A: ['192.0.2.27'] },
      },
      says: 'aspmx.l.google.com is a name of Google Workspace',
    },
    'bounces that Amazon takes': {
      zone: {
        'example.com': { MX: mx('feedback-smtp.eu-west-1.amazonses.com') },
        'feedback-smtp.eu-west-1.amazonses.com': { A: ['192.0.2.1'] },
      },
      says: 'feedback-smtp.eu-west-1.amazonses.com is a name of Amazon SES',
    },
    'one name of a big provider': {
      zone: { 'example.com': { MX: mx('smtp.google.com') }, 'smtp.google.com': { A: ['192.0.2.1'] } },
      says: /smtp\.google\.com is a name of Google/,
    },
  },
  fails: { never: 'one server is no fault, as senders try again' },
  tells: {
    'one machine with both families': {
      zone: one({ A: ['192.0.2.1'], AAAA: ['2001:db8::1'] }),
      says: 'a single machine',
    },
    'one of two has no address': {
      zone: {
        'example.com': { MX: mx('mx1.example.com', 'mx2.example.com') },
        'mx1.example.com': { A: ['192.0.2.1'] },
      },
      says: /^mx1\.example\.com is a single machine/,
    },
    'two names of one machine': {
      zone: { ...twoMailServers, 'mx2.example.com': { A: ['192.0.2.1'] } },
      says: 'lead to a single machine',
    },
  },
  undetermined: {
    'an address is not known': { zone: { ...twoMailServers, 'mx2.example.com': 'timeout' } },
    'a name of a provider of which nothing is known': {
      zone: { 'example.com': { MX: mx('smtp.google.com') }, 'smtp.google.com': 'servfail' },
    },
    'the mail servers are not known': { zone: unknownMx },
  },
  notApplicable: {
    'no mail server': { zone: noMx },
    'no server exists': {
      zone: { 'example.com': { MX: mx('mx1.example.com', 'mx2.example.com') } },
      says: 'no mail server with an address',
    },
    'a name of a provider that does not exist': {
      zone: { 'example.com': { MX: mx('exmaple-com.mail.protection.outlook.com') } },
    },
  },
});
