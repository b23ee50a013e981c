import { proveCheck } from '../prove-fixture.ts';
import { dmarcZone, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import rua from './rua.ts';

const nullMx = [{ preference: 0, exchange: '.' }];
const takesMail = { MX: [{ preference: 10, exchange: 'mx.report.example' }] };

proveCheck(rua, {
  passes: {
    'a mailbox of its own': published('v=DMARC1; p=none; rua=mailto:a@example.com', {
      says: 'Reports go to a@example.com.',
    }),
    'of a report service, without MX': published('v=DMARC1; p=none; rua=mailto:a@report.example', {
      beside: { 'report.example': { A: ['192.0.2.1'] } },
    }),
    'more hosts than are looked at': published(
      `v=DMARC1; p=none; rua=${['example.com', 'r1.example', 'r2.example', 'r3.example'].map((host) => `mailto:a@${host}`).join(',')}`,
      {
        beside: { 'r1.example': takesMail, 'r2.example': takesMail },
        says: /1 more domain not looked at/,
      },
    ),
  },
  fails: {
    'no mailbox': published('v=DMARC1; p=none', {
      says: /names no mailbox for reports/,
      fix: 'TXT "v=DMARC1; p=none; np=reject; rua=mailto:dmarc-reports@example.com"',
    }),
    'no mailbox, and the domain takes no mail': {
      zone: dmarcZone({ 'example.com': 'v=DMARC1; p=reject' }, { 'example.com': { MX: nullMx } }),
      fix: /example\.com takes no mail: to get reports, add rua=mailto: and a mailbox of a domain that does\.\nnull$/,
    },
    'a mailbox at a domain with a null MX': {
      zone: dmarcZone(
        { 'example.com': 'v=DMARC1; p=reject; rua=mailto:a@example.com' },
        { 'example.com': { MX: nullMx, TXT: ['v=spf1 -all'] } },
      ),
      says: 'example.com has a null MX and takes no mail',
      fix: /^Name an address whose domain takes mail in place of a@example\.com\.\nnull$/,
    },
    'without mailto:': published('v=DMARC1; p=none; rua=a@example.com', {
      says: /without mailto: before it/,
      fix: 'TXT "v=DMARC1; p=none; rua=mailto:a@example.com; np=reject"',
    }),
    'a domain that does not exist': published('v=DMARC1; p=none; rua=mailto:a@gone.example', {
      says: 'Reports cannot reach a@gone.example: the domain does not exist.',
    }),
    'a null MX': published('v=DMARC1; p=none; rua=mailto:a@nomail.example,mailto:b@example.com', {
      beside: { 'nomail.example': { MX: [{ preference: 0, exchange: '.' }] } },
      says: 'nomail.example has a null MX and takes no mail',
      fix: 'TXT "v=DMARC1; p=none; rua=mailto:b@example.com; np=reject"',
    }),
    'a semicolon between two': published('v=DMARC1; p=none; rua=mailto:a@example.com; mailto:b@example.com', {
      says: /semicolon/,
      fix: /rua=mailto:a@example\.com,mailto:b@example\.com/,
    }),
  },
  undetermined: {
    SERVFAIL: noAnswer,
    'the domain of the mailbox does not answer': published('v=DMARC1; p=none; rua=mailto:a@slow.example', {
      beside: { 'slow.example': 'timeout' },
      says: /reach a@slow.example could not be told: no answer came in time/,
    }),
  },
  warns: {
    'a size': published('v=DMARC1; p=none; rua=mailto:a@example.com!10m', { says: /size !10m/ }),
    'a URL beside it': published('v=DMARC1; p=none; rua=mailto:a@example.com,https://example.com/r', {
      says: /by mail only/,
    }),
  },
  notApplicable: { 'no record': noRecord },
});
