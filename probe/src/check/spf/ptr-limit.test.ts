import { proveCheck } from '../prove-fixture.ts';
import ptrLimit from './ptr-limit.ts';
import { noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(ptrLimit, {
  passes: {
    without: spfWorld('v=spf1 ip4:192.0.2.1 -all'),
    'never reached': spfWorld('v=spf1 -all ptr'),
  },
  fails: {
    ptr: spfWorld(
      'v=spf1 ptr -all',
      {},
      { says: /"ptr" in the record of example\.com/, fix: /as ip4: and ip6: in its place/ },
    ),
    'with a known address': spfWorld(
      'v=spf1 ptr:example.com -all',
      {},
      {
        subject: { ip: '192.0.2.7' },
        fix: /then take "ptr:example\.com" out\.\nexample\.com\. IN TXT "v=spf1 ptr:example\.com ip4:192\.0\.2\.7 -all"/,
      },
    ),
    'the macro p': spfWorld('v=spf1 exists:%{p}.a.example -all', {}, { subject: { ip: '192.0.2.7' } }),
  },
  warns: {
    'in an included record': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 ptr -all' }), {
      fix: /whoever runs a\.example/,
    }),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld('v=spf1 include:a.example -all', { 'a.example': 'timeout' }),
  },
  notApplicable: noOne,
});
