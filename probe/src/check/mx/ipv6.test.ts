import { proveCheck } from '../prove-fixture.ts';
import { closed } from './dialogue-fixture.ts';
import ipv6 from './ipv6.ts';
import { noMx, twoMailServers, unknownMx } from './mail-servers-fixture.ts';

const zone = { ...twoMailServers, 'mx1.example.com': { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] } };

proveCheck(ipv6, {
  passes: {
    'it answers': { zone, smtp: { '*': {} }, says: 'mx1.example.com (2001:db8::1) answers over IPv6.' },
    'nobody tried': { zone, says: 'was not tried' },
  },
  fails: { never: 'mail gets through over IPv4' },
  warns: {
    'it refuses': { zone, smtp: { '*': closed('ECONNREFUSED: connection refused') }, fix: /remove its AAAA record/ },
  },
  tells: { none: { zone: twoMailServers, says: 'No mail server of example.com has an IPv6 address' } },
  undetermined: {
    'this machine may have no IPv6': { zone, smtp: { '*': closed('ENETUNREACH') }, says: 'may have no IPv6 itself' },
    'an address is not known': {
      zone: { ...twoMailServers, 'mx2.example.com': { A: ['192.0.2.2'], AAAA: 'timeout' } },
    },
    'the mail servers are not known': { zone: unknownMx },
  },
  notApplicable: { 'no mail server': { zone: noMx } },
});
