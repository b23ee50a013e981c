import { proveCheck } from '../prove-fixture.ts';
import dnssecMx from './dnssec-mx.ts';
import { soa } from './name-servers-fixture.ts';

const mx = (...hosts: string[]) => ({ MX: hosts.map((exchange) => ({ preference: 10, exchange })) });
const signed = { A: ['192.0.2.1'], authenticated: true };

proveCheck(dnssecMx, {
  passes: { 'all signed': { zone: { 'example.com': mx('mx1.example.net'), 'mx1.example.net': signed } } },
  fails: { never: 'names that are not signed are no fault: mail works without DANE' },
  tells: {
    'one of two': {
      zone: {
        'example.com': mx('mx1.example.net', 'mx2.example.org'),
        'mx1.example.net': signed,
        'mx2.example.org': { A: ['192.0.2.2'] },
      },
      says: 'mx2.example.org does not stand in a signed zone',
    },
    'none, told by a resolver that checks': {
      zone: {
        'example.com': mx('mx2.example.org'),
        'mx2.example.org': { A: ['192.0.2.2'] },
        '.': { SOA: [soa()], authenticated: true },
      },
    },
  },
  undetermined: {
    'a resolver that does not check': {
      zone: { 'example.com': mx('mx2.example.org'), 'mx2.example.org': { A: ['192.0.2.2'] } },
      says: 'does not vouch',
    },
    'an address is not known': { zone: { 'example.com': mx('mx1.example.net'), 'mx1.example.net': 'servfail' } },
    'the mail servers are not known': { zone: { 'example.com': 'servfail' } },
  },
  notApplicable: { 'no mail server': { zone: { 'example.com': { TXT: ['x'] } } } },
});
