import { proveCheck } from '../prove-fixture.ts';
import policySyntax from './policy-syntax.ts';
import { policy, serving, zoneWith } from './sts-fixture.ts';

const lines = (...all: string[]) => serving(all.join('\n'));

proveCheck(policySyntax, {
  passes: {
    'lines end with CRLF': { ...serving(policy('enforce')), says: 'mode enforce, 2 mx lines, max_age 1209600' },
    'lines end with LF': serving(policy('enforce').replaceAll('\r\n', '\n')),
    'in a test': serving(policy('testing', 'max_age: 3600')),
    withdrawn: lines('version: STSv1', 'mode: none', 'max_age: 86400'),
  },
  fails: {
    'no version': {
      ...lines('mode: enforce', 'mx: mx1.example.com', 'max_age: 86400'),
      says: 'names no version',
      fix: /version: STSv1\nmode: enforce\nmx: mx1/,
    },
    'an unknown mode': { ...serving(policy('report')), says: '"report"' },
    'no max_age': serving(policy('enforce', 'x: y')),
    'max_age beyond a year': { ...serving(policy('enforce', 'max_age: 31557601')), says: '31557600' },
    'an address as mx': {
      ...serving(policy('enforce', 'mx: 192.0.2.1', 'max_age: 604800')),
      says: 'Line 5 has the IP address',
    },
    'a wildcard in the middle': serving(policy('enforce', 'mx: mail.*.example.com', 'max_age: 604800')),
    'no mail server': lines('version: STSv1', 'mode: enforce', 'max_age: 604800'),
    'a web page': { ...serving('<html><body>Not found</body></html>'), says: 'a web page' },
    'a byte order mark': { ...serving(`\ufeff${policy('enforce')}`), says: 'byte order mark' },
    empty: serving(''),
  },
  warns: {
    'a field that stands twice': {
      ...serving(policy('enforce', 'max_age: 604800', 'max_age: 1')),
      says: 'senders take the first one',
    },
  },
  undetermined: {
    'it could not be fetched': serving({ outcome: 'timeout' }),
    'the record is not known': { zone: zoneWith(null, { '_mta-sts.example.com': 'servfail' }), https: {} },
    'nothing may be fetched': { zone: zoneWith() },
  },
  notApplicable: {
    'no record': { zone: zoneWith(null), https: {} },
    'it is not there': { ...serving({ status: 404 }), says: 'answers 404' },
  },
});
