import { proveCheck } from '../prove-fixture.ts';
import nearMiss from './near-miss.ts';
import { noProposal, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(nearMiss, {
  passes: {
    'a right record': spfWorld('v=spf1 -all'),
    'no record at all': { zone: { 'example.com': { TXT: ['site=1'] } } },
    'a server that does not know the old type': {
      zone: { 'example.com': { TXT: ['v=spf1 -all'], SPF: 'not-implemented' } },
    },
  },
  fails: {
    'a quotation mark inside': spfWorld('"v=spf1 mx -all"', {}, { fix: 'example.com. IN TXT "v=spf1 mx ~all"' }),
    'a blank at the beginning': spfWorld(' v=spf1 mx -all', {}, { says: /blank/, fix: 'IN TXT "v=spf1 mx ~all"' }),
    'no blank after the version': spfWorld('v=spf1,mx,-all', {}, { says: /not by a blank/ }),
    'all that is left refuses everybody': spfWorld('"v=spf1 moo -all"', {}, { fix: noProposal }),
    'another version': spfWorld('v=spf2 mx -all', {}, { says: /"v=spf2"/, fix: /v=spf1 mx ~all/ }),
    'the old record type alone': {
      zone: { 'example.com': { TXT: ['other'], SPF: ['v=spf1 mx -all'] } },
      says: /type SPF \(99\)/,
      fix: 'example.com. IN TXT "v=spf1 mx ~all"',
    },
  },
  warns: {
    'a right one beside it': spfWorld(['v=spf1 mx -all', 'v=spf 1 a -all'], {}, { fix: /a right SPF record/ }),
    'Sender ID': spfWorld(['v=spf1 mx -all', 'spf2.0/pra mx -all'], {}, { says: /Sender ID/, fix: /Delete/ }),
    'the old record type too': {
      zone: { 'example.com': { TXT: ['v=spf1 mx -all'], SPF: ['v=spf1 a -all'] } },
      says: /says something else: "v=spf1 a -all"/,
    },
    'the old record type, the same': {
      zone: { 'example.com': { TXT: ['v=spf1 mx -all'], SPF: ['v=spf1 mx -all'] } },
      says: /abolished type SPF \(99\)\. Nobody/,
    },
  },
  undetermined: {
    ...unread,
    'the old type alone is unknown': {
      zone: { 'example.com': { TXT: ['v=spf1 -all'], SPF: 'timeout' } },
      says: /abolished type/,
    },
  },
});
