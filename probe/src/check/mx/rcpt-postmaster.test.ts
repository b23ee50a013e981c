import { proveCheck } from '../prove-fixture.ts';
import { both, busy, replies } from './dialogue-fixture.ts';
import { mx, noMx } from './mail-servers-fixture.ts';
import rcptPostmaster from './rcpt-postmaster.ts';

proveCheck(rcptPostmaster, {
  passes: {
    'both are read': { ...both(replies({})), says: 'postmaster@example.com and abuse@example.com are accepted.' },
  },
  fails: {
    'no postmaster': {
      ...both(replies({ postmaster: '550 5.1.1 User unknown' })),
      says: 'postmaster@example.com is refused: "550 5.1.1 User unknown"',
      fix: /Create postmaster@example\.com/,
    },
    neither: {
      ...both(replies({ postmaster: '550 5.1.1 User unknown', abuse: '550 5.1.1 User unknown' })),
      fix: /and abuse@example\.com/,
    },
    'of a server alone that takes mail for its own name': {
      subject: { domain: 'mx.example.net', mailServer: 'mx.example.net' },
      zone: { 'mx.example.net': { A: ['192.0.2.1'] } },
      smtp: { '*': replies({ postmaster: '550 5.1.1 User unknown' }) },
    },
    'a domain at a server that is named beside it': {
      subject: { domain: 'example.com', mailServer: 'mx.example.net' },
      zone: { 'mx.example.net': { A: ['192.0.2.1'] } },
      smtp: { '*': replies({ postmaster: '554 5.7.1 Relay access denied' }) },
    },
    'the domain is not served here': both(replies({ postmaster: '550 5.7.1 Relaying denied' })),
  },
  warns: {
    'a program takes the mail': {
      zone: {
        'example.com': { MX: mx('feedback-smtp.eu-west-1.amazonses.com') },
        'feedback-smtp.eu-west-1.amazonses.com': { A: ['192.0.2.1'] },
      },
      smtp: { '*': replies({ postmaster: '550 5.1.1 User unknown', abuse: '550 5.1.1 User unknown' }) },
      says: /Amazon SES \(returned mail\) hands the mail of example\.com to a program/,
      severity: 'low',
    },
    'no abuse': { ...both(replies({ abuse: '550 5.1.1 User unknown' })), says: 'abuse@example.com is refused' },
  },
  undetermined: {
    greylisting: both(replies({ postmaster: '450 4.2.0 Greylisted', abuse: '450 4.2.0 Greylisted' })),
    'this machine is refused': {
      ...both(replies({ postmaster: '550 5.7.1 Service unavailable, client [192.0.2.99] blocked using Spamhaus' })),
      says: /could not be told: "550 5\.7\.1 Service unavailable/,
    },
    'one recipient for the null sender': both(
      replies({
        abuse: '550 Only one recipient accepted for NULL sender',
        postmaster: '550 Only one recipient accepted for NULL sender',
      }),
    ),
    '421': { ...both(busy), says: '421 4.7.0' },
  },
  notApplicable: {
    'no mail server': { zone: noMx, smtp: {} },
    'one server alone, which takes mail for other domains': {
      subject: { domain: 'mx.example.net', mailServer: 'mx.example.net' },
      zone: { 'mx.example.net': { A: ['192.0.2.1'] } },
      smtp: { '*': replies({ postmaster: '554 5.7.1 Relay access denied', abuse: '554 5.7.1 Relay access denied' }) },
      says: 'mx.example.net takes no mail for its own name',
    },
  },
});
