import { proveCheck } from '../prove-fixture.ts';
import { hosts, noOne, noProposal, records, spfWorld, unread } from './spf-world-fixture.ts';
import voidLookups from './void.ts';

const both = { A: ['192.0.2.1'], AAAA: ['2001:db8::1'] };

proveCheck(voidLookups, {
  passes: {
    'all found': spfWorld('v=spf1 a:h0.hosts.example -all', hosts(1), { says: /finds something/ }),
    'an include without record, of which another check tells': spfWorld('v=spf1 include:gone.example -all'),
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
    'mx with the name of a host': spfWorld(
      'v=spf1 mx:mail.example.com/28 -all',
      { 'mail.example.com': both },
      {
        fix: 'Write "a:mail.example.com/28" in place of "mx:mail.example.com/28": that name is a host with an address and has no MX record.\nexample.com. IN TXT "v=spf1 a:mail.example.com/28 -all"',
      },
    ),
    'beside an include that is in error': spfWorld(
      'v=spf1 include:gone.example mx:x.example a:a.example -all',
      {
        'a.example': both,
      },
      { says: /^"mx:x\.example"/, fix: /^(?!.*"include:gone).*\nnull$/s },
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
        fix: noProposal,
      },
    ),
    'busy, and gone': spfWorld(
      'v=spf1 a:busy.example a:gone1.example a:gone2.example a:gone3.example -all',
      { 'busy.example': { A: ['192.0.2.1'] } },
      {
        says: /3 DNS look-ups .* They are for gone1\.example \(A\), gone2\.example \(A\) and gone3\.example \(A\)\.$/,
        fix: 'example.com. IN TXT "v=spf1 a:busy.example ~all"',
      },
    ),
    'by includes': spfWorld(
      'v=spf1 mx include:x.example include:y.example include:z.example -all',
      { 'example.com': { MX: [{ preference: 0, exchange: 'mail.example.com' }] }, 'mail.example.com': both },
      { says: /3 DNS look-ups/, fix: /First correct or remove "include:x\.example", .*\nnull$/ },
    ),
    'over IPv6 alone': spfWorld(
      'v=spf1 a:a.example a:b.example a:c.example -all',
      {
        'a.example': { A: ['192.0.2.1'] },
        'b.example': { A: ['192.0.2.2'] },
        'c.example': { A: ['192.0.2.3'] },
      },
      { says: /comes over IPv6, 3 .* for a\.example \(AAAA\), b\.example \(AAAA\) and c\.example \(AAAA\)\.$/ },
    ),
  },
  undetermined: {
    ...unread,
    'a host': spfWorld('v=spf1 a:a.example -all', { 'a.example': 'timeout' }, { says: /the A records of a\.example/ }),
  },
  notApplicable: noOne,
});
