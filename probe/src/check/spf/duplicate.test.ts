import { proveCheck } from '../prove-fixture.ts';
import duplicate from './duplicate.ts';
import { noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(duplicate, {
  passes: {
    'nothing twice': spfWorld(
      'v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 include:a.example -all',
      records({ 'a.example': 'v=spf1 ip4:198.51.100.1 -all' }),
    ),
  },
  fails: {
    'in a record in error': spfWorld(
      'v=spf1 mx mx mxx -all',
      {},
      { fix: /^Once the record can be read again, take out "mx".*\nnull$/ },
    ),
    'an include': spfWorld(
      'v=spf1 include:a.example mx include:A.example -all',
      records({ 'a.example': 'v=spf1 ip4:192.0.2.1 -all' }),
      {
        says: /"include:A\.example" stands twice/,
        fix: 'example.com. IN TXT "v=spf1 include:a.example mx -all"',
      },
    ),
    'a range inside another': spfWorld(
      'v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.7 -all',
      {},
      {
        says: /"ip4:192\.0\.2\.7" lies within "ip4:192\.0\.2\.0\/24"/,
        fix: 'example.com. IN TXT "v=spf1 ip4:192.0.2.0/24 -all"',
      },
    ),
  },
  warns: {
    'reached by two ways': spfWorld(
      'v=spf1 include:a.example include:b.example -all',
      records({ 'a.example': 'v=spf1 include:b.example -all', 'b.example': 'v=spf1 ip4:192.0.2.1 -all' }),
      { says: /leads to b\.example a second time/ },
    ),
  },
  tells: {
    'a host whose address is listed': spfWorld(
      'v=spf1 ip4:192.0.2.0/24 a:a.example -all',
      { 'a.example': { A: ['192.0.2.1'] } },
      {
        says: /"a:a\.example" .* is allowed by "ip4:192\.0\.2\.0\/24"/,
      },
    ),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld('v=spf1 include:a.example -all', { 'a.example': 'timeout' }),
  },
  notApplicable: noOne,
});
