import { proveCheck } from '../prove-fixture.ts';
import dnssecBogus from './dnssec-bogus.ts';
import { soa } from './name-servers-fixture.ts';

const SOA = [soa()];
const DS = [{ keyTag: 1, algorithm: 13, digestType: 2 }];

proveCheck(dnssecBogus, {
  passes: { 'signed and valid': { zone: { 'example.com': { SOA, authenticated: true } } } },
  fails: {
    'all of the zone': {
      zone: { 'example.com': 'servfail' },
      unchecked: { 'example.com': { SOA } },
      says: /broken: SOA example\.com, MX example\.com and TXT example\.com are answered/,
      fix: /old DS record/,
    },
    'the MX record alone': {
      zone: { 'example.com': { SOA, DS, MX: 'servfail' } },
      unchecked: { 'example.com': { MX: [{ preference: 10, exchange: 'mx.example.com' }] } },
      says: 'MX example.com is answered',
    },
  },
  undetermined: {
    'servers that fail either way': { zone: { 'example.com': 'servfail' }, unchecked: { 'example.com': 'servfail' } },
    'a resolver that does not check': { zone: { 'example.com': { SOA, DS } }, says: 'does not vouch' },
    'no answer': { zone: { 'example.com': 'timeout' } },
  },
  notApplicable: { 'not signed': { zone: { 'example.com': { SOA } } } },
});
