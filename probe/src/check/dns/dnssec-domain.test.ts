import { proveCheck } from '../prove-fixture.ts';
import dnssecDomain from './dnssec-domain.ts';
import { soa } from './name-servers-fixture.ts';

const DS = [{ keyTag: 1, algorithm: 13, digestType: 2 }];
const SOA = [soa()];
const signedRoot = { '.': { SOA, authenticated: true } };

proveCheck(dnssecDomain, {
  passes: {
    'signed and valid': { zone: { 'example.com': { SOA, authenticated: true } }, says: 'example.com is signed' },
  },
  fails: { never: 'a zone that is not signed is no fault, and broken signatures are dns.dnssec_bogus' },
  tells: {
    'not signed': { zone: { 'example.com': { SOA } }, says: 'is not signed' },
    'an algorithm that the resolver does not know': {
      zone: { 'example.com': { SOA, DS }, ...signedRoot },
      says: 'algorithm',
    },
  },
  warns: {
    'signed without a DS at the parent': {
      zone: { 'example.com': { SOA, DNSKEY: [{ flags: 257, algorithm: 13 }] } },
      says: 'protect nothing',
      fix: /registrar/,
    },
  },
  undetermined: {
    'a resolver that does not check': { zone: { 'example.com': { SOA, DS }, '.': { SOA } }, says: 'does not check' },
    'no answer about the DS': { zone: { 'example.com': { SOA, DS: 'timeout' } } },
    'no answer of the zone': { zone: { 'example.com': { SOA: 'servfail', DS } }, says: 'SERVFAIL' },
  },
  notApplicable: { 'no such domain': { zone: {} } },
});
