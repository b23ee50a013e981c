import { proveCheck } from '../prove-fixture.ts';
import includeNone from './include-none.ts';
import { noOne, noProposal, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(includeNone, {
  passes: {
    'all there': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 -all' }), {
      says: /1 in all/,
    }),
  },
  fails: {
    'no such name': spfWorld(
      'v=spf1 mx include:gone.example -all',
      {},
      {
        says: /leads to gone\.example, which does not exist/,
        // it may be a slip of the keyboard: "-all" would refuse all that is sent by way of it
        fix: 'example.com. IN TXT "v=spf1 mx ~all"',
      },
    ),
    'the only sender': spfWorld('v=spf1 include:gone.example -all', {}, { fix: noProposal }),
    'a host that is gone beside it': spfWorld(
      'v=spf1 include:gone.example mx a:old.example -all',
      {},
      { fix: 'example.com. IN TXT "v=spf1 mx a:old.example ~all"' },
    ),
    'no record there': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'other' }), {
      says: /has no SPF record/,
    }),
    'a near miss there': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf2 -all' }), {
      says: /"v=spf2 -all"/,
    }),
    'several there': spfWorld(
      'v=spf1 include:a.example -all',
      { 'a.example': { TXT: ['v=spf1 -all', 'v=spf1 a -all'] } },
      {
        says: /has 2 SPF records/,
      },
    ),
    'a redirect': spfWorld('v=spf1 mx redirect=gone.example', {}, { fix: 'example.com. IN TXT "v=spf1 mx ~all"' }),
    'in an included record': spfWorld(
      'v=spf1 include:a.example -all',
      records({ 'a.example': 'v=spf1 include:gone.example include:lost.example -all' }),
      {
        says: /1 other include/,
        fix: /whoever runs a\.example; until it is repaired, take "include:a\.example" out of the record of example\.com/,
      },
    ),
    'though another is unknown': spfWorld('v=spf1 include:a.example include:gone.example -all', {
      'a.example': 'timeout',
    }),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld('v=spf1 include:a.example -all', { 'a.example': 'timeout' }, { says: /a\.example/ }),
  },
  notApplicable: { ...noOne, 'no include': spfWorld('v=spf1 mx -all') },
});
