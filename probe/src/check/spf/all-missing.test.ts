import { proveCheck } from '../prove-fixture.ts';
import allMissing from './all-missing.ts';
import { noOne, noProposal, records, spfWorld, unread } from './spf-world-fixture.ts';

proveCheck(allMissing, {
  passes: {
    all: spfWorld('v=spf1 mx ~all', {}, { says: 'The record of example.com ends with "~all".' }),
    redirect: spfWorld('v=spf1 redirect=a.example', records({ 'a.example': 'v=spf1 -all' }), {
      says: /to which example\.com redirects/,
    }),
  },
  fails: {
    neither: spfWorld('v=spf1 mx', {}, { fix: 'example.com. IN TXT "v=spf1 mx ~all"' }),
    'and a lost blank': spfWorld('v=spf1 mx include:a.example-all', {}, { fix: noProposal }),
    'nor where it redirects': spfWorld('v=spf1 redirect=a.example', records({ 'a.example': 'v=spf1 mx' }), {
      says: /redirects to a\.example/,
    }),
  },
  undetermined: { ...unread, 'where it redirects': spfWorld('v=spf1 redirect=a.example', { 'a.example': 'timeout' }) },
  notApplicable: {
    ...noOne,
    'an end that cannot be read': spfWorld('v=spf1 mx \u2013all', {}, { says: /seems to be meant as its end/ }),
    'a lost blank before it': spfWorld('v=spf1 mx include:a.example.-all'),
    'redirects in a circle': spfWorld('v=spf1 redirect=example.com'),
  },
});
