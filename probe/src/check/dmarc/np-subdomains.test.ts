import { proveCheck } from '../prove-fixture.ts';
import { below, dmarcZone, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import np from './np-subdomains.ts';

proveCheck(np, {
  passes: {
    'np=reject': published('v=DMARC1; p=none; np=reject', { says: /np=reject counts: it is refused/ }),
    'p=reject and no more': published('v=DMARC1; p=reject', { says: /p=reject counts/ }),
    'sp=reject': published('v=DMARC1; p=none; sp=reject', { says: /sp=reject counts/ }),
  },
  fails: { never: 'np is new, and without it the policy of subdomains counts' },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'p=none': published('v=DMARC1; p=none; rua=mailto:a@example.com', {
      says: /p=none counts: it is delivered/,
      fix: 'TXT "v=DMARC1; p=none; rua=mailto:a@example.com; np=reject"',
    }),
    'p=none of a domain that sends nothing': {
      zone: dmarcZone({ 'example.com': 'v=DMARC1; p=none' }, { 'example.com': { TXT: ['v=spf1 -all'] } }),
      fix: /says that it sends no mail: p=reject.*changes p=none to p=reject\.\n.*TXT "v=DMARC1; p=reject"/s,
    },
    'pct=50, which stays as it is': published('v=DMARC1; p=quarantine; pct=50; rua=mailto:a@example.com', {
      fix: /The record below adds np=reject\.\n.*"v=DMARC1; p=quarantine; pct=50; rua=mailto:a@example\.com; np=reject"/s,
    }),
    'sp=none beside p=reject': published('v=DMARC1; p=reject; sp=none', { says: /sp=none counts/ }),
    'of the domain above': below({ 'example.com': 'v=DMARC1; p=quarantine' }, { says: /subdomains of example.com/ }),
  },
  notApplicable: {
    none: noRecord,
    'the record of a subdomain': below({ 'news.example.com': 'v=DMARC1; p=none', 'example.com': 'v=DMARC1; p=none' }),
    'a policy that cannot be read': published('v=DMARC1; p=bogus; rua=mailto:a@example.com'),
  },
});
