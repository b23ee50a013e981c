import { proveCheck } from '../prove-fixture.ts';
import allPass from './all-pass.ts';
import { noOne, noProposal, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(allPass, {
  passes: {
    'an include without record, which allows nobody': spfWorld('v=spf1 ip4:192.0.2.1 include:gone.example -all'),
    'a few addresses': spfWorld('v=spf1 ip4:192.0.2.0/24 -all', {}, { says: /allows 256 IPv4 addresses/ }),
    'one address': spfWorld('v=spf1 ip4:192.0.2.1 -all', {}, { says: /allows 1 IPv4 address,/ }),
    'a /14 of a provider': spfWorld('v=spf1 ip4:52.100.0.0/14 -all'),
    'a wide range that is forbidden': spfWorld('v=spf1 -ip4:0.0.0.0/0 ~all'),
  },
  fails: {
    '+all': spfWorld(
      'v=spf1 mx +all',
      {},
      { says: /"\+all" .* allows every server in the world/, fix: 'example.com. IN TXT "v=spf1 mx ~all"' },
    ),
    'all without a sign': spfWorld('v=spf1 mx all', {}, { fix: 'v=spf1 mx ~all' }),
    'a range of everything': spfWorld(
      'v=spf1 ip4:0.0.0.0/0 mx -all',
      {},
      { fix: 'example.com. IN TXT "v=spf1 mx ~all"' },
    ),
    'in an included record': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 +all' }), {
      says: /"\+all" in the record of a\.example \(by way of "include:a\.example" of example\.com\)/,
      fix: noProposal,
    }),
    'nothing but everybody': spfWorld('v=spf1 +all', {}, { fix: noProposal }),
    'both halves of everything': spfWorld('v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all', {}, { fix: noProposal }),
    'a sum beyond a /8': spfWorld(
      'v=spf1 ip4:11.0.0.0/8 ip4:12.0.0.0/8 -all',
      {},
      { says: /33,554,432/, fix: /11\.0\.0\.0\/8/ },
    ),
  },
  warns: {
    'an address with a prefix of another': spfWorld(
      'v=spf1 ip4:11.9.1.0/8 -all',
      {},
      { says: /"ip4:11\.9\.1\.0\/8" .* read as 11\.0\.0\.0\/8 and allows 16,777,216/, fix: /"ip4:11\.9\.1\.0"/ },
    ),
    'a /16 that begins elsewhere': spfWorld('v=spf1 ip4:11.9.1.7/16 -all', {}, { says: /65,536/ }),
    'a wide range': spfWorld('v=spf1 ip4:11.0.0.0/11 -all'),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld(
      'v=spf1 ip4:192.0.2.1 include:a.example -all',
      { 'a.example': 'timeout' },
      { says: /at least 1 IPv4/ },
    ),
  },
  notApplicable: {
    ...noOne,
    'a record in error': spfWorld('v=spf1 ipv4:192.0.2.1 -all', {}, { says: /cannot be read/ }),
  },
});
