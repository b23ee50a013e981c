import { proveCheck } from '../prove-fixture.ts';
import duplicate from './duplicate.ts';
import { mx, nullMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';

proveCheck(duplicate, {
  passes: { 'two hosts': { zone: twoMailServers } },
  fails: {
    'one name twice': {
      zone: { ...twoMailServers, 'example.com': { MX: mx('mx1.example.com', 'mx1.example.com') } },
      says: 'lists mx1.example.com more than once',
    },
  },
  warns: {
    'one address under two own names': {
      zone: { ...twoMailServers, 'mx2.example.com': { A: ['192.0.2.1'] } },
      says: 'mx1.example.com and mx2.example.com have the same address, 192.0.2.1',
    },
  },
  tells: {
    'one address under two names of a provider': {
      zone: { 'example.com': { MX: mx('a.example.net', 'b.example.net') }, '*.example.net': { A: ['192.0.2.9'] } },
      says: 'many machines',
    },
  },
  undetermined: { SERVFAIL: { zone: unknownMx } },
  notApplicable: { 'takes no mail': { zone: nullMx } },
});
