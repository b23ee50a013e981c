import { proveCheck } from '../prove-fixture.ts';
import allWeak from './all-weak.ts';
import { hosts, noOne, noProposal, records, spfWorld, unread } from './spf-world-fixture.ts';

const dmarc = (text: string) => records({ '_dmarc.example.com': text });

proveCheck(allWeak, {
  passes: {
    '-all': spfWorld('v=spf1 -all'),
    '~all under reject': spfWorld('v=spf1 ~all', dmarc('v=DMARC1; p=reject'), { says: /mail that fails refused/ }),
    '~all under quarantine': spfWorld('v=spf1 ~all', dmarc('v=DMARC1; p=quarantine'), { says: /spam folder/ }),
  },
  fails: {
    '?all': spfWorld('v=spf1 mx ?all', {}, { fix: 'example.com. IN TXT "v=spf1 mx ~all"' }),
    '?all of a record in error': spfWorld(
      `v=spf1 ${Array.from({ length: 11 }, (_, at) => `a:h${at}.hosts.example`).join(' ')} ?all`,
      hosts(11),
      { fix: noProposal },
    ),
    '?all alone': spfWorld('v=spf1 ?all', {}, { fix: noProposal }),
    '?all where it redirects': spfWorld('v=spf1 redirect=a.example', records({ 'a.example': 'v=spf1 ?all' }), {
      fix: /record of a\.example/,
    }),
  },
  warns: {
    'no DMARC': spfWorld('v=spf1 ~all', {}, { says: /no DMARC record/, fix: /Without DMARC/ }),
    'DMARC that only watches': spfWorld('v=spf1 ~all', dmarc('v=DMARC1; p=none'), {
      says: /_dmarc\.example\.com does not ask/,
      fix: /^(?!.*Without DMARC)/s,
    }),
    'DMARC for part of the mail': spfWorld('v=spf1 ~all', dmarc('v=DMARC1; p=reject; pct=10')),
  },
  undetermined: {
    ...unread,
    DMARC: spfWorld('v=spf1 ~all', { '_dmarc.example.com': 'servfail' }, { says: /SERVFAIL/ }),
    'where it redirects': spfWorld('v=spf1 redirect=a.example', { 'a.example': 'timeout' }),
  },
  notApplicable: {
    ...noOne,
    '+all': spfWorld('v=spf1 +all'),
    'no all': spfWorld('v=spf1 mx'),
    'redirects in a circle': spfWorld('v=spf1 redirect=example.com'),
  },
});
