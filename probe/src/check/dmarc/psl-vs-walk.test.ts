import { proveCheck } from '../prove-fixture.ts';
import { below, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import places from './psl-vs-walk.ts';

proveCheck(places, {
  passes: {
    'a record at the organisation': published('v=DMARC1; p=none', {
      says: 'take example.com for the organisation and _dmarc.example.com for the record.',
    }),
    inherited: below({ 'example.com': 'v=DMARC1; p=none' }),
  },
  fails: { never: 'each generation of receivers follows its own rule, and neither is at fault' },
  undetermined: {
    SERVFAIL: noAnswer,
    'the top-level domain does not answer': published('v=DMARC1; p=none', {
      beside: { '_dmarc.com': 'servfail' },
      says: /_dmarc.com: the name server failed/,
    }),
  },
  warns: {
    'a record at a subdomain alone': below(
      { 'news.example.com': 'v=DMARC1; p=none' },
      {
        says: /count news.example.com to example.com; those that follow RFC 9989 count it to news.example.com/,
        fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none"',
      },
    ),
    'two of its own and one above': below(
      { 'news.example.com': ['v=DMARC1; p=none', 'v=DMARC1; p=none'], 'example.com': 'v=DMARC1; p=reject' },
      { says: /from nowhere/, fix: /\nnull$/ },
    ),
    'a domain that the list has as a suffix': {
      subject: { domain: 'tenant.blogspot.com' },
      zone: {
        '_dmarc.tenant.blogspot.com': { TXT: ['v=DMARC1; p=reject'] },
        '_dmarc.blogspot.com': { TXT: ['v=DMARC1; p=none'] },
      },
      fix: '_dmarc.tenant.blogspot.com. IN TXT "v=DMARC1; p=reject; psd=n"',
    },
    'psd=y of somebody who is no registry': published('v=DMARC1; p=none; psd=y', { says: /registry|register/ }),
  },
  tells: {
    'psd=n of a subdomain': below(
      { 'news.example.com': 'v=DMARC1; p=none; psd=n', 'example.com': 'v=DMARC1; p=none' },
      { says: /By psd=n in its record, news.example.com asks for that/ },
    ),
  },
  notApplicable: { none: noRecord, 'no domain name': { subject: { domain: 'a..b' } } },
});
