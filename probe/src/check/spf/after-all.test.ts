import { proveCheck } from '../prove-fixture.ts';
import afterAll from './after-all.ts';
import { noOne, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(afterAll, {
  passes: {
    'all at the end': spfWorld('v=spf1 mx -all'),
    'a modifier after it': spfWorld('v=spf1 mx -all exp=e.example'),
  },
  fails: {
    'an include after it': spfWorld(
      'v=spf1 mx -all include:a.example',
      {},
      {
        says: /"include:a\.example" in the record of example\.com is never looked at, because of "-all"/,
        fix: /put it before "-all" instead\.\nexample\.com\. IN TXT "v=spf1 mx -all"/,
      },
    ),
    'a redirect beside it': spfWorld(
      'v=spf1 redirect=a.example -all',
      {},
      { fix: 'example.com. IN TXT "v=spf1 -all"' },
    ),
    'two of it': spfWorld('v=spf1 ~all -all', {}, { fix: 'example.com. IN TXT "v=spf1 ~all"' }),
  },
  undetermined: unread,
  notApplicable: { ...noOne, 'no all': spfWorld('v=spf1 mx') },
});
