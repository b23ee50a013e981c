import { proveCheck } from '../prove-fixture.ts';
import { below, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import syntax from './syntax.ts';

proveCheck(syntax, {
  passes: {
    'a plain record': published('v=DMARC1; p=none; rua=mailto:a@example.com'),
    'blanks and a last semicolon': published('v = DMARC1 ;p = none ;'),
    'a tag that nobody knows': published('v=DMARC1; p=none; x=1', {
      says: /"x=1" is no DMARC tag; receivers ignore it/,
    }),
    'what other checks tell': published('v=DMARC1; pct=50; p=bogus; rua=a@example.com; fo=1'),
  },
  fails: {
    quotes: published('"v=DMARC1; p=reject; rua=mailto:a@example.com"', {
      says: /quotation mark/,
      fix: /_dmarc\.example\.com\. IN TXT "v=DMARC1; p=none; rua=mailto:a@example\.com"/,
    }),
    'a blank before it': published(' v=DMARC1; p=none', { says: /White space/ }),
    'small letters': published('v=dmarc1; p=none', { says: /only DMARC1 in capitals/ }),
    'another tag first': published('p=none; v=DMARC1', { says: /not the first tag/ }),
    'a comma for the semicolon': published('v=DMARC1, p=none', { says: /semicolon/ }),
    'a tag twice': published('v=DMARC1; p=none; p=reject', {
      says: /says p again/,
      fix: /takes p=reject out.*TXT "v=DMARC1; p=none; np=reject; rua=/s,
    }),
    'of a subdomain': below({ 'news.example.com': 'v=dmarc1; p=none', 'example.com': 'v=DMARC1; p=none' }),
  },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'a misspelt tag': published('v=DMARC1; p=none; adkmi=s; rua=mailto:a@example.com', { says: /adkmi|adkim/ }),
    'a tag without value': published('v=DMARC1; p=none; rua=', { says: /has no value/ }),
    'a text beside it that was meant as a record': published(['v=DMARC1; p=none', '"v=DMARC1; p=reject"'], {
      says: /meant as a DMARC record and read as none/,
    }),
  },
  notApplicable: { 'no record': noRecord },
});
