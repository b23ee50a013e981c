import { proveCheck } from '../prove-fixture.ts';
import { LOGO_URL, MARK_URL, zoneWith } from './bimi-fixture.ts';
import record from './record.ts';

const at = (text: string | null) => ({ zone: zoneWith(text) });

proveCheck(record, {
  passes: {
    'with a certificate': { zone: zoneWith(), says: `names the logo ${LOGO_URL} and the certificate ${MARK_URL}.` },
    'without a certificate, which is no error': { ...at(`v=BIMI1; l=${LOGO_URL};`), says: 'Yahoo and Fastmail' },
    'an empty certificate': at(`v=BIMI1; l=${LOGO_URL}; a=;`),
    'with a preference': at(`v=BIMI1; l=${LOGO_URL}; a=${MARK_URL}; avp=personal`),
    'that of the organisation': {
      subject: { domain: 'news.example.com' },
      zone: zoneWith(),
      says: 'that of example.com',
    },
  },
  fails: {
    'no logo': { ...at('v=BIMI1; a=https://www.example.com/logo.pem'), says: 'no tag "l"' },
    'a logo by http': { ...at('v=BIMI1; l=http://www.example.com/logo.svg'), says: 'only https' },
    'a PNG': at('v=BIMI1; l=https://www.example.com/logo.png'),
    'a tag twice': {
      ...at(`v=BIMI1; l=${LOGO_URL}; l=${LOGO_URL}`),
      fix: `default._bimi.example.com. IN TXT "v=BIMI1; l=${LOGO_URL}; a=;"`,
    },
    'a misspelt version': at(`v=bimi1; l=${LOGO_URL}`),
    'two records': {
      zone: { 'default._bimi.example.com': { TXT: [`v=BIMI1; l=${LOGO_URL}`, 'v=BIMI1; l=;'] } },
      says: '2 BIMI records',
    },
  },
  warns: {
    'an unknown preference': { ...at(`v=BIMI1; l=${LOGO_URL}; a=${MARK_URL}; avp=logo`), says: 'avp is "logo"' },
  },
  tells: {
    none: { ...at(null), says: 'no BIMI record at the selector "default"' },
    declined: { ...at('v=BIMI1; l=; a=;'), says: 'declines BIMI' },
    'something else by a wildcard': at('v=spf1 -all'),
    'none, and none above': { subject: { domain: 'news.example.com' }, ...at(null) },
  },
  undetermined: {
    'no answer': { zone: { 'default._bimi.example.com': 'timeout' }, says: 'no answer came in time' },
    'no answer above': {
      subject: { domain: 'news.example.com' },
      zone: { 'news.example.com': { A: ['192.0.2.1'] }, 'default._bimi.example.com': 'servfail' },
      says: 'Whether example.com has',
    },
  },
});
