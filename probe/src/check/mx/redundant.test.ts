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
    'two names of one machine': {
      zone: { ...twoMailServers, 'mx2.example.com': { A: ['192.0.2.1'] } },
      says: 'lead to a single machine',
    },
  },
  undetermined: {
    'an address is not known': { zone: { ...twoMailServers, 'mx2.example.com': 'timeout' } },
    'the mail servers are not known': { zone: unknownMx },
  },
  notApplicable: { 'no mail server': { zone: noMx } },
});
