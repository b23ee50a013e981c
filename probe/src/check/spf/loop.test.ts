import { proveCheck } from '../prove-fixture.ts';
import loop from './loop.ts';
import { noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(loop, {
  passes: {
    'no circle': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 -all' })),
    'the same from two sides': spfWorld(
      'v=spf1 include:a.example include:b.example -all',
      records({ 'a.example': 'v=spf1 include:b.example -all', 'b.example': 'v=spf1 -all' }),
    ),
  },
  fails: {
    itself: spfWorld(
      'v=spf1 mx include:example.com -all',
      {},
      {
        says: /leads back to example\.com itself/,
        fix: 'example.com. IN TXT "v=spf1 mx ~all"',
      },
    ),
    'by way of another': spfWorld(
      'v=spf1 mx include:a.example -all',
      records({ 'a.example': 'v=spf1 include:example.com -all' }),
      {
        says: /"include:example\.com" in the record of a\.example \(by way of "include:a\.example" of example\.com\) leads back to example\.com/,
        fix: /whoever it allowed then fails SPF/,
      },
    ),
    redirects: spfWorld('v=spf1 redirect=a.example', records({ 'a.example': 'v=spf1 redirect=example.com' })),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld('v=spf1 include:a.example -all', { 'a.example': 'timeout' }),
  },
  notApplicable: { ...noOne, 'no include': spfWorld('v=spf1 mx -all') },
});
