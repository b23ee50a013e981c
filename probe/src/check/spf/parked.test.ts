import { proveCheck } from '../prove-fixture.ts';
import parked from './parked.ts';
import { records } from './spf-world-fixture.ts';

const nullMx = { MX: [{ preference: 0, exchange: '.' }] };
const reject = records({ '_dmarc.example.com': 'v=DMARC1; p=reject' });
const both = /example\.com\. IN TXT "v=spf1 -all"\n_dmarc\.example\.com\. IN TXT "v=DMARC1; p=reject"/;

proveCheck(parked, {
  passes: { closed: { zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 -all'] }, ...reject } } },
  fails: {
    'a record in error': { zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 -al'] } }, fix: both },
    'a null MX alone': { zone: { 'example.com': nullMx }, fix: both },
    'no mail server': { zone: { 'example.com': { TXT: ['other'] } }, fix: both },
    'nobody allowed and nothing refused': {
      zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 ~all'] } },
      says: /"v=spf1 ~all" allows nobody/,
    },
  },
  warns: {
    'DMARC alone refuses': {
      zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 ~all'] }, ...reject },
      says: /DMARC alone/,
      fix: /^[^_]*$/,
    },
    'no DMARC': {
      zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 -all'] } },
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
    },
    'an address alone': { zone: { 'example.com': { A: ['192.0.2.1'] } }, says: /has no MX record/ },
  },
  tells: {
    'sends all the same': {
      zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 ip4:192.0.2.1 -all'] } },
      says: /allows servers to send/,
    },
  },
  undetermined: {
    'an included record': {
      zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 include:a.example -all'] }, 'a.example': 'timeout' },
    },
    MX: { zone: { 'example.com': 'servfail' } },
    TXT: { zone: { 'example.com': { ...nullMx, TXT: 'timeout' } } },
    DMARC: { zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 -all'] }, '_dmarc.example.com': 'timeout' } },
  },
  notApplicable: {
    'two records': { zone: { 'example.com': { ...nullMx, TXT: ['v=spf1 -all', 'v=spf1 a -all'] } } },
    'takes mail': { zone: { 'example.com': { MX: [{ preference: 0, exchange: 'mail.example.com' }] } } },
    'no such domain': { zone: {} },
  },
});
