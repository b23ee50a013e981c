import { proveCheck } from '../prove-fixture.ts';
import { below, dmarcZone, noAnswer, published } from './dmarc-fixture.ts';
import present from './present.ts';

proveCheck(present, {
  passes: {
    'a record of its own': published('v=DMARC1; p=reject', {
      says: 'example.com has a DMARC record, at _dmarc.example.com: "v=DMARC1; p=reject".',
    }),
    'the record of the organisation': below(
      { 'example.com': 'v=DMARC1; p=reject; sp=none' },
      { says: 'the one at _dmarc.example.com applies to it, and asks for sp=none.' },
    ),
    'where a name above does not answer': below({ 'news.example.com': 'v=DMARC1; p=none', 'example.com': 'servfail' }),
    'with what would steer a terminal': published('v=DMARC1; p=none; x=\u001b[2J', { says: /^[\x20-\x7e]+$/ }),
    'behind an alias': published([], {
      zone: {
        '_dmarc.example.com': { CNAME: ['example-com.dmarc.example'] },
        'example-com.dmarc.example': { TXT: ['v=DMARC1; p=none'] },
      },
    }),
  },
  fails: {
    nothing: {
      zone: dmarcZone({}),
      says: 'example.com has no DMARC record, and neither has a domain above it.',
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com"',
    },
    'nothing, and the domain sends no mail': {
      zone: dmarcZone({}, { 'example.com': { TXT: ['v=spf1 -all'] } }),
      fix: /sends no mail.*_dmarc\.example\.com\. IN TXT "v=DMARC1; p=reject"/s,
    },
    'two records': published(['v=DMARC1; p=none', 'v=DMARC1; p=reject; rua=mailto:a@example.com'], {
      says: /2 DMARC records/,
      fix: /\(dmarc\.single\) shows it\.\nnull$/,
    }),
    'nothing, and the domain takes no mail': {
      zone: dmarcZone({}, { 'example.com': { MX: [{ preference: 0, exchange: '.' }] } }),
      fix: /^If example\.com sends no mail.*begin with p=none.*IN TXT "v=DMARC1; p=reject"$/s,
    },
    'nothing, and the domain sends without taking mail': {
      zone: dmarcZone(
        {},
        { 'example.com': { MX: [{ preference: 0, exchange: '.' }], TXT: ['v=spf1 ip4:192.0.2.1 -all'] } },
      ),
      fix: /example\.com takes no mail: to get reports.*IN TXT "v=DMARC1; p=none"$/s,
    },
    'nothing, and no more than a web site': {
      zone: dmarcZone({}, { 'example.com': { A: ['192.0.2.1'] } }),
      fix: /If example\.com sends no mail at all, write p=reject instead of p=none\./,
    },
    'a record in quotation marks': published('"v=DMARC1; p=reject"', {
      says: /stands at _dmarc.example.com and cannot be used/,
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none"',
    }),
    'a record at the domain itself': {
      zone: dmarcZone({}, { 'example.com': { TXT: ['v=DMARC1; p=none; rua=mailto:a@example.com'] } }),
      says: /stands at example.com and/,
      fix: '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    },
  },
  undetermined: {
    SERVFAIL: noAnswer,
    'the domain above does not answer': below({ 'example.com': 'servfail' }, { says: /_dmarc.example.com: / }),
  },
  warns: {
    'the record of a registry': {
      subject: { domain: 'shop.example' },
      zone: {
        '_dmarc.example': { TXT: ['v=DMARC1; p=reject; psd=y'] },
        'shop.example': { MX: [{ preference: 10, exchange: 'mx.example.net' }] },
      },
      says: /the one at _dmarc.example applies.*registry/,
      fix: /_dmarc\.shop\.example\. IN TXT "v=DMARC1; p=none/,
    },
  },
  notApplicable: {
    'no such domain': { zone: {}, says: 'example.com does not exist, so it needs no DMARC record.' },
    'no domain name': { subject: { domain: 'a..example.com' } },
  },
});
