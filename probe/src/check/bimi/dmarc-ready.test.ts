import { proveCheck } from '../prove-fixture.ts';
import { zoneWith } from './bimi-fixture.ts';
import dmarcReady from './dmarc-ready.ts';

const having = (dmarc: string | null) => ({ zone: zoneWith(undefined, dmarc) });
const news = { domain: 'news.example.com' };

proveCheck(dmarcReady, {
  passes: {
    reject: { ...having('v=DMARC1; p=reject'), says: '_dmarc.example.com has p=reject' },
    'quarantine for all': having('v=DMARC1; p=quarantine; sp=quarantine; pct=100'),
    'a subdomain by sp': { subject: news, ...having('v=DMARC1; p=reject; sp=quarantine'), says: 'sp=quarantine' },
    'no BIMI record, and strict enough': { zone: zoneWith(null) },
  },
  fails: {
    'no DMARC record': { ...having(null), says: 'No DMARC record applies', fix: /p=none and an address/ },
    none: {
      ...having('v=DMARC1; p=none; rua=mailto:d@example.com'),
      says: '(p=none)',
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=quarantine; rua=mailto:d@example.com"',
    },
    'quarantine for a part': { ...having('v=DMARC1; p=quarantine; pct=50'), says: 'pct=50' },
    'subdomains left out': {
      ...having('v=DMARC1; p=reject; sp=none'),
      says: 'sp=none',
      fix: /p=reject; sp=quarantine/,
    },
    'in a test': { ...having('v=DMARC1; p=reject; t=y'), says: 't=y' },
    'no policy': having('v=DMARC1; rua=mailto:d@example.com'),
    'a subdomain, by sp': { subject: news, ...having('v=DMARC1; p=reject; sp=none'), says: '(sp=none)' },
    'the organisation above has none': {
      subject: news,
      zone: { ...zoneWith(undefined, 'v=DMARC1; p=none'), '_dmarc.news.example.com': { TXT: ['v=DMARC1; p=reject'] } },
      says: '_dmarc.example.com, of the organisation above',
    },
    'the organisation above leaves subdomains out': {
      subject: news,
      zone: {
        ...zoneWith(undefined, 'v=DMARC1; p=reject; sp=none'),
        '_dmarc.news.example.com': { TXT: ['v=DMARC1; p=reject'] },
      },
    },
  },
  warns: {
    'reject for a part': { ...having('v=DMARC1; p=reject; pct=50'), says: 'Gmail shows logos only with pct=100' },
  },
  tells: {
    'whether there is a BIMI record is not known': {
      zone: { ...zoneWith(null, 'v=DMARC1; p=none'), 'default._bimi.example.com': 'timeout' },
      says: 'could not be told',
    },
    'no BIMI record, and not strict enough': {
      zone: zoneWith(null, 'v=DMARC1; p=none'),
      says: 'DMARC would have to be stricter',
    },
  },
  undetermined: {
    'no answer': { zone: { ...zoneWith(undefined, null), '_dmarc.example.com': 'timeout' }, says: 'could not be read' },
  },
  notApplicable: { declined: { zone: zoneWith('v=BIMI1; l=; a=;') } },
});
