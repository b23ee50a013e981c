import { proveCheck } from '../prove-fixture.ts';
import single from './single.ts';
import { spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(single, {
  passes: { one: spfWorld(['v=spf1 mx -all', 'other'], {}, { says: 'example.com has one SPF record.' }) },
  fails: {
    'one of them cannot be read': spfWorld(
      ['v=spf1 moo -all', 'v=spf1 mx -all'],
      {},
      { fix: /^Make one record of the 2 .*\nnull$/ },
    ),
    'both are strict': spfWorld(['v=spf1 a -all', 'v=spf1 mx -all'], {}, { fix: 'IN TXT "v=spf1 a mx ~all"' }),
    two: spfWorld(
      ['v=spf1 include:a.example -all', 'v=spf1 mx include:b.example ~all'],
      {},
      {
        says: /2 SPF records: receivers take none/,
        fix: 'example.com. IN TXT "v=spf1 include:a.example mx include:b.example ~all"',
      },
    ),
    'the same twice': spfWorld(['v=spf1 mx -all', 'v=spf1 mx -all'], {}, { says: /the same text/, fix: /but one/ }),
  },
  undetermined: unread,
  notApplicable: { none: { zone: { 'example.com': { TXT: ['other'] } } } },
});
