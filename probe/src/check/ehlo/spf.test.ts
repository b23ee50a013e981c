import { proveCheck } from '../prove-fixture.ts';
import spf from './spf.ts';

const subject = { helo: 'mail.example.com' };
const txt = (...TXT: string[]) => ({ subject, zone: { 'mail.example.com': { TXT } } });

proveCheck(spf, {
  passes: {
    'one record': { ...txt('v=spf1 a -all', 'other'), says: 'mail.example.com has an SPF record: v=spf1 a -all.' },
  },
  fails: {
    two: { ...txt('v=spf1 a -all', 'v=spf1 mx -all'), says: 'has 2 SPF records' },
    'two, at somebody else’s server': {
      ...txt('v=spf1 a -all', 'v=spf1 mx -all'),
      subject: { ...subject, domain: 'shop.example' },
      fix: /Ask whoever runs mail\.example\.com/,
    },
  },
  warns: {
    'none, by the return path': {
      ...txt('other'),
      subject: { ...subject, domain: null, mailFrom: 'bounce@news.example.com' },
      severity: 'low',
    },
    none: { ...txt('other'), fix: 'mail.example.com. IN TXT "v=spf1 a -all"' },
    'no such name': { subject, zone: {} },
  },
  tells: {
    'none, at somebody else’s server': {
      subject: { helo: 'a1-2.smtp-out.eu-west-1.amazonses.com' },
      zone: { 'a1-2.smtp-out.eu-west-1.amazonses.com': { A: ['192.0.2.1'] } },
      says: /no SPF record.*not for example\.com/,
      fix: /^undefined\nnull$|^null\nnull$/,
    },
    'none, at the sending service that has the return path': {
      ...txt('other'),
      subject: { ...subject, domain: 'shop.example', mailFrom: 'bounce@news.example.com' },
      says: 'not for shop.example',
    },
    'none, and whose server it is is not known': {
      subject: { domain: null, helo: 'mail.example.com' },
      zone: { 'mail.example.com': { A: ['192.0.2.1'] } },
      fix: /If the server is yours, publish .*v=spf1 a -all/,
    },
  },
  undetermined: { SERVFAIL: { subject, zone: { 'mail.example.com': 'servfail' } } },
  notApplicable: { 'no host name': { subject: { helo: '[192.0.2.1]' } } },
});
