import { proveCheck } from '../prove-fixture.ts';
import { noAnswer, noRecord, published } from './dmarc-fixture.ts';
import removed from './removed-tags.ts';

proveCheck(removed, {
  passes: {
    none: published('v=DMARC1; p=none'),
    'a test as both generations read it': published('v=DMARC1; p=quarantine; t=y; pct=0'),
  },
  fails: { never: 'receivers that do not know a tag skip it, so that nothing breaks' },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'pct=20': published('v=DMARC1; p=quarantine; pct=20', {
      says: /apply the policy to 20 of 100/,
      fix: /TXT "v=DMARC1; p=quarantine;.* ?(?:t=y; pct=0|pct=0; t=y)"/,
    }),
    'pct that is no number': published('v=DMARC1; p=reject; pct=all', {
      says: /pct is "all"/,
      fix: /TXT "v=DMARC1; p=reject"/,
    }),
  },
  tells: {
    'the usual values': published('v=DMARC1; p=reject; pct=100; rf=afrf; ri=86400; adkim=s', {
      says: /change nothing for your mail/,
      fix: 'TXT "v=DMARC1; p=reject; adkim=s"',
    }),
    'pct of p=none': published('v=DMARC1; p=none; pct=10'),
  },
  notApplicable: { 'no record': noRecord },
});
