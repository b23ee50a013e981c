import { proveCheck } from '../prove-fixture.ts';
import replyTo from './reply-to.ts';
import { messageSubject } from './subject-fixture.ts';

const mx = { MX: [{ preference: 10, exchange: 'mx.example.net' }] };
const zone = { 'example.com': mx, 'example.net': mx, 'gmail.com': mx, 'slow.example': 'timeout' } as const;
const of = (value: string | null, From = 'ann@example.com') => ({
  subject: messageSubject({ 'Reply-To': value, From }),
  zone,
});

proveCheck(replyTo, {
  passes: {
    'of the same domain': { ...of('Office <office@example.com>'), says: 'Replies go to office@example.com' },
    'free mail to free mail': of('ann@gmail.com', 'ann.b@gmail.com'),
  },
  tells: { 'of another domain that takes mail': { ...of('help@example.net'), says: /readers may wonder/ } },
  fails: {
    'no such domain': { ...of('office@none.example'), says: /none\.example, which takes no mail/ },
    'no address': { ...of('office'), says: /no valid mail address/ },
  },
  warns: {
    'free mail for a company': { ...of('ceo@gmail.com'), says: /free address at gmail\.com/, fix: /example\.com/ },
  },
  undetermined: { 'no answer': { ...of('office@slow.example'), says: /no answer/ } },
  notApplicable: { missing: of(null) },
});
