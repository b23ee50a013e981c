import { proveCheck } from '../prove-fixture.ts';
import afterAll from './after-all.ts';
import { noOne, noProposal, spfWorld, unread } from './spf-world-fixture.ts';

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
    'a redirect beside it': spfWorld('v=spf1 redirect=a.example -all', {}, { fix: noProposal }),
    'two of it': spfWorld('v=spf1 mx ~all -all', {}, { fix: 'example.com. IN TXT "v=spf1 mx ~all"' }),
    'as long as receivers stop at an error': spfWorld('v=spf1 mxx mx -all include:a.example', {}, { fix: noProposal }),
  },
  undetermined: unread,
  notApplicable: { ...noOne, 'no all': spfWorld('v=spf1 mx') },
});
