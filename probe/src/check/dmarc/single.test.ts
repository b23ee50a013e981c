import { proveCheck } from '../prove-fixture.ts';
import { below, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import single from './single.ts';

const two = ['v=DMARC1; p=reject; rua=mailto:a@example.com', 'v=DMARC1; p=none; rua=mailto:b@report.example'];

proveCheck(single, {
  passes: {
    one: published('v=DMARC1; p=none', { says: 'There is one DMARC record at _dmarc.example.com.' }),
    'one beside other texts': published(['v=DMARC1; p=none', 'v=spf1 -all']),
    'one above': below({ 'example.com': 'v=DMARC1; p=none' }),
  },
  fails: {
    two: published(two, {
      says: '_dmarc.example.com holds 2 DMARC records',
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:b@report.example,mailto:a@example.com"',
    }),
    'two above': below({ 'example.com': two }),
    'two of its own, and one above that only newer receivers take': below({
      'news.example.com': two,
      'example.com': 'v=DMARC1; p=none',
    }),
  },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'two above a record of its own': below(
      { 'news.example.com': 'v=DMARC1; p=none', 'example.com': two },
      { says: /To mail from news.example.com that does not matter/ },
    ),
  },
  notApplicable: { none: noRecord },
});
