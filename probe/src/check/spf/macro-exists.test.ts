import { proveCheck } from '../prove-fixture.ts';
import macroExists from './macro-exists.ts';
import { noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(macroExists, {
  passes: {
    'no macro': spfWorld('v=spf1 mx -all'),
    'a macro that the domain fills in': spfWorld(
      'v=spf1 include:_spf.%{d} -all',
      records({ '_spf.example.com': 'v=spf1 -all' }),
    ),
  },
  fails: { never: 'a term that depends on the message is no fault in itself' },
  tells: {
    exists: spfWorld('v=spf1 exists:%{i}._spf.a.example -all', {}, { says: /the IP address that sends \(%\{i\}\)/ }),
    'in an included record': spfWorld(
      'v=spf1 include:a.example exists:%{l}.b.example -all',
      records({ 'a.example': 'v=spf1 exists:%{h}.a.example -all' }),
      {
        says: /1 other term/,
      },
    ),
  },
  warns: {
    'matches nobody': spfWorld('v=spf1 exists:gone.example -all', {}, { says: /matches nobody/ }),
    'matches everybody': spfWorld(
      'v=spf1 exists:a.example -all',
      { 'a.example': { A: ['127.0.0.2'] } },
      { says: /every server in the world/ },
    ),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld('v=spf1 include:a.example -all', { 'a.example': 'timeout' }),
  },
  notApplicable: noOne,
});
