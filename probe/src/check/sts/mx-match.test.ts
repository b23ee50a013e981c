import { mx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import mxMatch from './mx-match.ts';
import { policy, serving, zoneWith } from './sts-fixture.ts';

const text = (mode: string, ...patterns: string[]): string =>
  ['version: STSv1', `mode: ${mode}`, ...patterns.map((pattern) => `mx: ${pattern}`), 'max_age: 604800'].join('\n');

proveCheck(mxMatch, {
  passes: {
    'each by its name': {
      ...serving(policy('enforce')),
      says: 'The policy names mx1.example.com and mx2.example.com.',
    },
    'by a wildcard, in any case': serving(text('enforce', '*.EXAMPLE.com')),
    'and one that is not used': {
      ...serving(text('enforce', '*.example.com', 'old.example.net')),
      says: 'old.example.net in the policy matches none',
    },
    'the domain itself, without MX records': serving(text('enforce', 'example.com'), {
      'example.com': { A: ['192.0.2.1'] },
    }),
    'what proved a domain to Microsoft is no mail server': serving(text('enforce', 'mx1.example.com'), {
      'example.com': { MX: [...mx('mx1.example.com'), { preference: 99, exchange: 'ms12345678.msv1.invalid' }] },
    }),
  },
  fails: {
    'after a change of provider': {
      ...serving(text('enforce', 'old.example.net')),
      says: 'does not name mx1.example.com and mx2.example.com. It is enforced: senders such as Gmail and Outlook deliver no mail to example.com at all.',
      fix: /"mx: mx1\.example\.com" and "mx: mx2\.example\.com".*id=20261128120000;"\.\nversion: STSv1\nmode: enforce\nmx: mx1\.example\.com\nmx: mx2\.example\.com\nmax_age: 604800\n$/,
    },
    'one of two': {
      ...serving(text('enforce', 'mx1.example.com')),
      says: 'have one server left',
      fix: /mx: mx1\.example\.com\nmx: mx2/,
    },
    'a wildcard for two labels': {
      ...serving(text('enforce', '*.example.com'), {
        'example.com': { MX: mx('a.mx.example.com') },
        'a.mx.example.com': { A: ['192.0.2.1'] },
      }),
      fix: /"\*\.example\.com" stands for one label only/,
    },
    'a pattern that is none': serving(text('enforce', '.example.com')),
  },
  warns: { 'in a test': { ...serving(text('testing', 'old.example.net')), says: 'enforced, it would not' } },
  undetermined: {
    'the policy could not be fetched': serving({ outcome: 'timeout' }),
    'the record is not known': { zone: zoneWith(null, { '_mta-sts.example.com': 'servfail' }), https: {} },
    'the mail servers are not known': serving(policy('enforce'), { 'example.com': 'servfail' }),
  },
  notApplicable: {
    'no record': { zone: zoneWith(null), https: {} },
    withdrawn: serving(text('none')),
    'senders drop it': serving('mode: enforce\nmx: old.example.net\nmax_age: 604800'),
    'no mode': serving(text('report', 'mx1.example.com')),
    'no mail server': serving(policy('enforce'), { 'example.com': { MX: [{ preference: 0, exchange: '.' }] } }),
  },
});
