import { proveCheck } from '../prove-fixture.ts';
import { both, busy, replies } from './dialogue-fixture.ts';
import { noMx } from './mail-servers-fixture.ts';
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
    'the domain is not served here': both(replies({ postmaster: '550 5.7.1 Relaying denied' })),
  },
  warns: {
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
  notApplicable: { 'no mail server': { zone: noMx, smtp: {} } },
});
