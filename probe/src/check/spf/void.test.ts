import { proveCheck } from '../prove-fixture.ts';
import { hosts, noOne, records, spfWorld, unread } from './spf-world-fixture.ts';
import voidLookups from './void.ts';

const both = { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] };

proveCheck(voidLookups, {
  passes: {
    'all found': spfWorld('v=spf1 a:h0.hosts.example -all', hosts(1), { says: /finds something/ }),
    'hosts with IPv4 alone, two': spfWorld(
      'v=spf1 a:a.example a:b.example -all',
      { 'a.example': { A: ['192.0.2.1'] }, 'b.example': { A: ['192.0.2.2'] } },
      {
        says: /more than 2 DNS look-ups without an answer/,
      },
    ),
  },
  warns: {
    'one that is gone': spfWorld(
      'v=spf1 a:gone.example a:a.example -all',
      { 'a.example': both },
      {
        says: /"a:gone\.example" in the record of example\.com finds nothing/,
        fix: 'example.com. IN TXT "v=spf1 a:a.example -all"',
      },
    ),
    'one in an included record': spfWorld(
      'v=spf1 include:b.example -all',
      records({ 'b.example': 'v=spf1 a:gone.example -all' }),
      {
        fix: /behind "include:b\.example"/,
      },
    ),
  },
  fails: {
    three: spfWorld(
      'v=spf1 a:x.example mx:y.example exists:z.example -all',
      {},
      {
        says: /3 DNS look-ups .* find nothing, and 2 are allowed.*x\.example \(A\)/,
        fix: 'example.com. IN TXT "v=spf1 -all"',
      },
    ),
    'over IPv6 alone': spfWorld(
      'v=spf1 a:a.example a:b.example a:c.example -all',
      {
        'a.example': { A: ['192.0.2.1'] },
        'b.example': { A: ['192.0.2.2'] },
        'c.example': { A: ['192.0.2.3'] },
      },
      { says: /comes over IPv6, 3/ },
    ),
  },
  undetermined: {
    ...unread,
    'a host': spfWorld('v=spf1 a:a.example -all', { 'a.example': 'timeout' }, { says: /the A records of a\.example/ }),
  },
  notApplicable: noOne,
});
