import { mx, noMx, nullMx } from '../mx/mail-servers-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import record from './record.ts';
import { implicitMx, POLICY_URL, policy, serving, zoneWith } from './sts-fixture.ts';

proveCheck(record, {
  passes: {
    'a record': { zone: zoneWith(), says: 'with the id 20260101000000' },
    'by way of an alias': {
      zone: zoneWith(null, {
        '_mta-sts.example.com': { CNAME: ['_mta-sts.example.net'] },
        '_mta-sts.example.net': { TXT: ['v=STSv1; id=1'] },
      }),
    },
    'beside something else': {
      zone: zoneWith(null, { '_mta-sts.example.com': { TXT: ['v=spf1 -all', 'v=STSv1; id=1;'] } }),
    },
  },
  fails: {
    'no id': {
      zone: zoneWith('v=STSv1;'),
      says: 'has no id',
      fix: '_mta-sts.example.com. IN TXT "v=STSv1; id=20261128120000;"',
    },
    'an id with hyphens': { zone: zoneWith('v=STSv1; id=2026-01-01'), says: '1 to 32 letters and digits' },
    'lower case': { zone: zoneWith('v=stsv1; id=1') },
    'two records': {
      zone: zoneWith(null, { '_mta-sts.example.com': { TXT: ['v=STSv1; id=1', 'v=STSv1; id=2'] } }),
      says: '2 MTA-STS records',
    },
    'no version': { zone: zoneWith('STSv1; id=1') },
  },
  warns: {
    'fields of the policy': { zone: zoneWith('v=STSv1; id=1; mode=enforce'), says: 'belongs into the policy file' },
  },
  tells: {
    none: {
      zone: zoneWith(null),
      says: 'has no MTA-STS record',
      fix: /^To have MTA-STS, first serve a file at https:\/\/mta-sts\.example\.com\/\.well-known\/mta-sts\.txt with the lines "version: STSv1", "mode: testing", "mx: mx1\.example\.com", "mx: mx2\.example\.com" and "max_age: 86400"\.[^\n]*\n_mta-sts\.example\.com\. IN TXT "v=STSv1; id=20261128120000;"$/,
    },
    'something else by a wildcard': { zone: zoneWith('v=spf1 -all') },
    'one of two mail servers does not exist': {
      zone: {
        'example.com': { MX: mx('mx1.example.com', 'gone.example.net') },
        'mx1.example.com': { A: ['192.0.2.1'] },
      },
      fix: /"mx: mx1\.example\.com" and "max_age/,
    },
    'the mail servers have no names': {
      zone: { ...zoneWith(null), 'example.com': { MX: [{ preference: 1, exchange: '192.0.2.1' }] } },
    },
  },
  undetermined: {
    'no answer': { zone: zoneWith(null, { '_mta-sts.example.com': 'timeout' }), says: 'no answer came in time' },
    refused: { zone: zoneWith(null, { '_mta-sts.example.com': 'refused' }) },
  },
  notApplicable: {
    'no mail': { zone: nullMx },
    'no mail server': { zone: noMx },
    'no MX record': { zone: implicitMx, says: 'has no MX record' },
    'mail servers that do not exist': {
      zone: { 'example.com': { MX: mx('gone.example.net') } },
      says: 'gone.example.net has no address',
    },
  },
});

proveCheck(record, {
  passes: { 'with its policy': serving(policy('enforce')) },
  fails: {
    'the proposal keeps what is served': {
      zone: zoneWith('v=STSv1;'),
      https: { [POLICY_URL]: { text: policy('enforce') } },
      fix: /v=STSv1; id=20261128120000;/,
    },
  },
  undetermined: { never: 'The policy is no matter of this check: only the record is.' },
});
