import { proveCheck } from '../prove-fixture.ts';
import { below, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import p from './p.ts';

proveCheck(p, {
  passes: {
    'a policy': published('v=DMARC1; p=none', { says: 'The record at _dmarc.example.com says p=none.' }),
    'of subdomains too': published('v=DMARC1; p=Reject; sp=none; np=reject', { says: 'p=reject, sp=none, np=reject' }),
    'of the domain above': below({ 'example.com': 'v=DMARC1; p=none' }, { says: /_dmarc.example.com says p=none/ }),
  },
  fails: {
    'no policy, with reports': published('v=DMARC1; rua=mailto:a@example.com', {
      says: /act as if it were p=none.*RFC 7489 may drop/,
      fix: 'TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    }),
    'no policy and no reports': published('v=DMARC1;', { says: /as if there were no record/ }),
    'a policy that is none': published('v=DMARC1; p=monitor; rua=mailto:a@example.com', { says: /p is "monitor"/ }),
    'a misspelt sp': published('v=DMARC1; p=reject; sp=rejct', { says: /sp is "rejct"/ }),
  },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'not the second tag': published('v=DMARC1; rua=mailto:a@example.com; p=none', {
      says: /does not follow v=DMARC1 at once/,
      fix: 'TXT "v=DMARC1; p=none; rua=mailto:a@example.com; np=reject"',
    }),
  },
  notApplicable: { 'no record': noRecord },
});
