import { proveCheck } from '../prove-fixture.ts';
import { below, dmarcZone, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import enforced from './enforced.ts';

const rua = 'rua=mailto:a@example.com';
const nullMx = [{ preference: 0, exchange: '.' }];

proveCheck(enforced, {
  passes: {
    reject: published('v=DMARC1; p=reject', { says: 'comes from example.com and fails DMARC is refused.' }),
    quarantine: published('v=DMARC1; p=quarantine', { says: /goes to the spam folder/ }),
    'pct=100 is no matter': published('v=DMARC1; p=reject; pct=100'),
    'the policy of the domain above': below(
      { 'example.com': 'v=DMARC1; p=none; sp=reject' },
      { says: 'comes from news.example.com, by the record of example.com, and fails DMARC is refused.' },
    ),
    'sp in the record of a subdomain counts for nothing': below({
      'news.example.com': 'v=DMARC1; p=reject; sp=none',
      'example.com': 'v=DMARC1; p=reject',
    }),
  },
  fails: {
    'p=none with reports': published(`v=DMARC1; p=none; ${rua}`, {
      says: /is delivered as without DMARC/,
      fix: /Look through the reports.*Raise p=none to p=quarantine\..*adds np=reject: it holds what other checks.*TXT "v=DMARC1; p=quarantine; rua=mailto:a@example\.com; np=reject"/s,
    }),
    'p=none without reports': published('v=DMARC1; p=none', {
      fix: /Add a mailbox.*TXT "v=DMARC1; p=none; np=reject; rua=mailto:dmarc-reports@example\.com"/s,
    }),
    'p=none with reports, and nothing else to change': published(`v=DMARC1; p=none; np=reject; ${rua}`, {
      fix: /Raise p=none to p=quarantine\.\n_dmarc.*TXT "v=DMARC1; p=quarantine; np=reject; rua=mailto:a@example\.com"/,
    }),
    'p=none of which pct is to count later': published(`v=DMARC1; p=none; np=reject; pct=20; ${rua}`, {
      fix: /changes p=none to p=quarantine and takes pct=20 out.*TXT "v=DMARC1; p=quarantine; np=reject; rua=mailto:a@example\.com"/s,
    }),
    'p=none with reports that do not arrive': published('v=DMARC1; p=none; np=reject; rua=mailto:a@gone.example', {
      fix: /^No reports arrive at present.*TXT "v=DMARC1; p=none; np=reject; rua=mailto:dmarc-reports@example\.com"/s,
    }),
    'p=none with t=y': published(`v=DMARC1; p=none; np=reject; t=y; ${rua}`, {
      fix: /changes p=none to p=quarantine and adds pct=0\. As long as t=y stays, this is a test/,
    }),
    'p=none without reports, of a domain that takes no mail': {
      zone: dmarcZone({ 'example.com': 'v=DMARC1; p=none; np=reject' }, { 'example.com': { MX: nullMx } }),
      fix: /Add a mailbox.*example\.com takes no mail: to get reports, add rua=mailto: and a mailbox of a domain that does\.\nnull/s,
    },
    'p=none of a domain that sends nothing': {
      zone: dmarcZone({ 'example.com': 'v=DMARC1; p=none' }, { 'example.com': { TXT: ['v=spf1 -all'] } }),
      fix: /at once.*TXT "v=DMARC1; p=reject"/s,
    },
    'sp=none of the domain above': below(
      { 'example.com': `v=DMARC1; p=reject; sp=none; ${rua}` },
      { fix: /TXT "v=DMARC1; p=reject; sp=quarantine; rua=/ },
    ),
    'a policy that cannot be read': published(`v=DMARC1; p=bogus; ${rua}`, {
      fix: /First the record needs a policy.*changes p=bogus to p=none/,
    }),
  },
  undetermined: {
    SERVFAIL: noAnswer,
    'it depends on whether the subdomain exists': {
      subject: { domain: 'news.example.com' },
      zone: { ...dmarcZone({ 'example.com': 'v=DMARC1; p=none; np=reject' }), 'news.example.com': { A: 'servfail' } },
      says: /depends on whether news.example.com exists \(np=reject\)/,
    },
  },
  warns: {
    'weaker for subdomains': published(`v=DMARC1; p=reject; sp=none; ${rua}`, {
      says: /sp=none is weaker than p=reject/,
      fix: /sp=quarantine/,
    }),
    'weaker for what does not exist': published(`v=DMARC1; p=reject; np=none; ${rua}`, { fix: /np=reject/ }),
    't=y': published(`v=DMARC1; p=quarantine; t=y; ${rua}`, {
      says: /delivered as without DMARC; receivers that follow RFC 7489 act otherwise/,
      fix: /End the test.*TXT "v=DMARC1; p=quarantine; rua=/s,
    }),
    'pct=20': published(`v=DMARC1; p=reject; pct=20; ${rua}`, {
      says: /in 20 of 100 cases/,
      fix: /take pct=20 out, so that p=reject counts for all mail/,
    }),
    'pct=0 with t=y': published(`v=DMARC1; p=quarantine; t=y; pct=0; ${rua}`),
  },
  notApplicable: {
    'no record': noRecord,
    'the record of a registry': {
      subject: { domain: 'shop.example' },
      zone: { '_dmarc.example': { TXT: ['v=DMARC1; p=none; psd=y'] } },
    },
  },
});
