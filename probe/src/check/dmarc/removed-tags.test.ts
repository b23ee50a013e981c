import { proveCheck } from '../prove-fixture.ts';
import { noAnswer, noRecord, published } from './dmarc-fixture.ts';
import removed from './removed-tags.ts';

const rua = 'rua=mailto:a@example.com';

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
      fix: /^Add a mailbox.* take pct=20 out\. If you want to test p=quarantine instead, write t=y with pct=0: that weakens the policy, and all receivers then act by p=none\.\n.*p=quarantine; pct=20; /s,
    }),
    'pct=50, with reports': published(`v=DMARC1; p=reject; pct=50; ${rua}`, {
      fix: /End the test: take pct=50 out.*weakens the policy, and all receivers then act by p=quarantine\.\n.*TXT "v=DMARC1; p=reject; rua=mailto:a@example\.com"/s,
    }),
    't=y with pct=50': published(`v=DMARC1; p=reject; t=y; pct=50; ${rua}`, {
      fix: /write pct=0 in the place of pct=50: old receivers then act by p=quarantine as well/,
    }),
    'pct=50 of subdomains alone': published(`v=DMARC1; p=none; sp=reject; pct=50; ${rua}`),
    'pct that is no number': published(`v=DMARC1; p=reject; pct=all; ${rua}`, {
      says: /pct is "all"/,
      fix: /TXT "v=DMARC1; p=reject; rua=mailto:a@example\.com"/,
    }),
  },
  tells: {
    'the usual values': published(`v=DMARC1; p=reject; pct=100; rf=afrf; ri=86400; adkim=s; ${rua}`, {
      says: /change nothing for your mail/,
      fix: 'TXT "v=DMARC1; p=reject; adkim=s; rua=mailto:a@example.com"',
    }),
    'pct of p=none': published('v=DMARC1; p=none; pct=10'),
  },
  notApplicable: { 'no record': noRecord },
});
