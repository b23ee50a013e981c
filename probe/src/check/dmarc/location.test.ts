import { proveCheck } from '../prove-fixture.ts';
import { below, dmarcZone, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import location from './location.ts';

const text = 'v=DMARC1; p=none; rua=mailto:a@example.com';
const at = (name: string) => ({ [name]: { TXT: [text] } });
const right = `_dmarc.example.com. IN TXT "${text}"`;

proveCheck(location, {
  passes: {
    'at _dmarc': published(text, { says: 'The record stands at _dmarc.example.com.' }),
    'behind an alias': {
      zone: { '_dmarc.example.com': { CNAME: ['dmarc.example.net'] }, ...at('dmarc.example.net') },
      says: /alias for dmarc.example.net: whoever runs that/,
    },
  },
  fails: {
    'at the domain itself': { zone: at('example.com'), says: 'stands at example.com, where', fix: right },
    'at _dmarc twice': { zone: at('_dmarc._dmarc.example.com'), fix: right },
    'with the domain twice': { zone: at('_dmarc.example.com.example.com'), fix: /type _dmarc alone/ },
    'without the underscore': { zone: at('dmarc.example.com'), fix: right },
    'an alias that leads nowhere': {
      zone: { '_dmarc.example.com': { CNAME: ['gone.example.net'] } },
      says: /alias for gone.example.net, where there is no DMARC record/,
    },
  },
  undetermined: { SERVFAIL: noAnswer },
  warns: {
    'one left over at the domain itself': published(text, {
      beside: at('example.com'),
      says: /The one at _dmarc.example.com counts/,
    }),
    'one beside two at the right name': published([text, text], {
      beside: at('example.com'),
      says: /_dmarc.example.com holds 2 records already/,
      fix: /leave one at _dmarc.example.com\.\nnull$/,
    }),
    'an unrelated text': published([text, 'v=spf1 -all'], { says: /"v=spf1 -all", which is no DMARC record/ }),
    'at a wrong name, below a domain that has one': below(
      { 'example.com': text },
      {
        zone: dmarcZone({ 'example.com': text }, at('news.example.com')),
        says: /They take the one at _dmarc.example.com instead/,
      },
    ),
  },
  notApplicable: { nothing: noRecord, 'no domain name': { subject: { domain: 'a..b' } } },
});
