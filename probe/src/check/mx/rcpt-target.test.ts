import { proveCheck } from '../prove-fixture.ts';
import { both, busy, replies } from './dialogue-fixture.ts';
import { noMx, twoMailServers } from './mail-servers-fixture.ts';
import rcptTarget from './rcpt-target.ts';

const DENIED = '550 5.4.1 Recipient address rejected: Access denied';
const UNKNOWN = '550 5.1.1 User unknown';
const nobody = { 'whybounce-nobody': UNKNOWN };
const subject = { recipient: 'ann@example.com', refusal: DENIED };

proveCheck(rcptTarget, {
  passes: {
    'accepted, where others are refused': {
      subject,
      ...both(replies(nobody)),
      says: /accepted ann@example\.com\. The refusal "550 5\.4\.1 .*" does not come at this point any more/,
    },
    'accepted, without a refusal to compare with': {
      subject: { recipient: 'ann@example.com' },
      ...both(replies(nobody)),
    },
  },
  tells: {
    'everything is accepted': { subject, ...both(replies({})), says: 'an address that nobody has as well' },
  },
  fails: {
    'the same refusal': {
      subject,
      ...both(replies({ ...nobody, ann: DENIED })),
      says: /recipient\.edge-blocked: .*same reason as in the bounce\. postmaster@example\.com was accepted/,
      fix: /recipient\.edge-blocked.*for dead on this reply alone/,
    },
    'another refusal': {
      subject,
      ...both(replies({ ...nobody, ann: UNKNOWN })),
      says: /recipient\.unknown.*gave another reason: "550 5\.4\.1 .*" \(recipient\.edge-blocked\)/,
    },
    'the whole domain is refused': {
      subject,
      ...both(replies({ ann: DENIED, postmaster: DENIED })),
      says: 'postmaster@example.com was refused as well',
    },
    'the servers differ': {
      subject,
      zone: twoMailServers,
      smtp: { '192.0.2.1': replies(nobody), '192.0.2.2': replies({ ...nobody, ann: UNKNOWN }) },
      says: 'do not know the same addresses',
    },
    'refused for a reason of the sender, as in the bounce': {
      subject: {
        recipient: 'ann@example.com',
        refusal: '550 5.7.1 Service unavailable, client [192.0.2.7] blocked using Spamhaus',
      },
      ...both(replies({ ann: '550 5.7.1 Service unavailable, client [192.0.2.99] blocked using Spamhaus' })),
      says: /same reason as in the bounce\.$/,
      fix: /about who sends/,
    },
  },
  undetermined: {
    greylisting: { subject, ...both(replies({ ann: '450 4.2.0 Greylisted' })), says: 'rate.greylist' },
    'this machine is refused': {
      subject,
      ...both(replies({ ann: '550 5.7.1 Service unavailable, client [192.0.2.99] blocked using Spamhaus' })),
      says: 'That may concern this machine',
    },
    '421': { subject, ...both(busy), says: '421 4.7.0' },
  },
  notApplicable: {
    'no mail server': { subject, zone: noMx, smtp: {} },
    'an address of another domain': {
      subject: { recipient: 'ann@example.net' },
      ...both(replies({})),
      says: 'no address of example.com',
    },
  },
});
