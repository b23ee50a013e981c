import { proveCheck } from '../prove-fixture.ts';
import spf from './spf.ts';

const subject = { helo: 'mail.example.com' };
const txt = (...TXT: string[]) => ({ subject, zone: { 'mail.example.com': { TXT } } });

proveCheck(spf, {
  passes: {
    'one record': { ...txt('v=spf1 a -all', 'other'), says: 'mail.example.com has an SPF record: v=spf1 a -all.' },
  },
  fails: { two: { ...txt('v=spf1 a -all', 'v=spf1 mx -all'), says: 'has 2 SPF records' } },
  warns: {
    none: { ...txt('other'), fix: 'mail.example.com. IN TXT "v=spf1 a -all"' },
    'no such name': { subject, zone: {} },
  },
  undetermined: { SERVFAIL: { subject, zone: { 'mail.example.com': 'servfail' } } },
  notApplicable: { 'no host name': { subject: { helo: '[192.0.2.1]' } } },
});
