import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const blog: Source = {
  name: 'clinician.rgnmed.com bounced emails page and the AWS blog on the suppression list, search excerpts',
  read: '2026-10',
  grade: 'read',
};
const expiry: Source = { ...blog, grade: 'measured' };
const events: Source = {
  name: 'Bounce notifications of Amazon SES in several public repositories',
  url: 'https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html',
  read: '2026-11',
  grade: 'measured',
};
const paused: Source = {
  name: 'SMTP and API errors of Amazon SES quoted in several public repositories',
  read: '2026-11',
  grade: 'measured',
};

const docs = 'https://docs.aws.amazon.com/ses/';

export default define({
  name: 'Amazon SES',
  kind: 'sending-platform',
  hosts: ['amazonses.com'],
  marks: ['Amazon SES'],
  links: { documentation: docs },
  entries: [
    {
      id: 'suppressed',
      codes: ['550', '5.1.1'],
      text: [
        'Amazon SES has suppressed sending to this address',
        'Amazon SES did not send the message to this address because it is on the suppression list',
      ],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning:
        'Amazon SES never tried: the address is on the suppression list of SES, of your account or of your tenant after an earlier bounce or complaint.',
      steps: [
        'Stop mailing the address.',
        'Only if the person confirms it another way, remove it from the suppression list and send again.',
      ],
      link: 'https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html',
      sources: [blog, events],
      status: 'documented',
      matches: [
        'smtp; 550 5.1.1 Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
        'Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide',
      ],
      mustNotMatch: [
        '554 Message rejected: Email address is not verified.',
        '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown',
      ],
    },
    {
      id: 'identity-not-verified',
      codes: ['554'],
      text: ['Email address is not verified'],
      reason: 'reputation.tenant-restricted',
      meaning:
        'Amazon SES refuses the mail because the sender address is not verified in this region or, in the sandbox, the recipient is not. It says nothing of the mailbox.',
      steps: [
        'Verify the sending domain or address in the region that you use.',
        'If the account is still in the sandbox, ask for production access.',
        'Send again.',
      ],
      link: docs,
      sources: [sisimai],
      status: 'documented',
      matches: [
        '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: news@example.net',
      ],
      mustNotMatch: ['554 5.7.1 <anna@example.com>: Recipient address rejected: unverified address'],
    },
    {
      id: 'sending-rate',
      codes: ['454'],
      text: ['Maximum sending rate exceeded'],
      reason: 'rate.messages',
      owner: 'sender',
      meaning: 'You hand Amazon SES more messages per second than your account may send.',
      steps: [
        'Slow down and repeat the refused messages after a short pause.',
        'Ask for a higher sending rate if you need one for long.',
      ],
      link: docs,
      sources: [sisimai],
      status: 'documented',
      matches: ['454 Throttling failure: Maximum sending rate exceeded.'],
      mustNotMatch: ['454 Throttling failure: Daily message quota exceeded.'],
    },
    {
      id: 'daily-quota',
      codes: ['454'],
      text: ['Daily message quota exceeded'],
      reason: 'rate.messages',
      owner: 'sender',
      meaning: 'Your Amazon SES account has sent as many messages as it may within 24 hours.',
      steps: ['Keep the rest queued until the 24 hours have passed.', 'Ask for a higher daily quota.'],
      link: docs,
      sources: [sisimai],
      status: 'documented',
      matches: ['454 Throttling failure: Daily message quota exceeded.'],
      mustNotMatch: ['454 Throttling failure: Maximum sending rate exceeded.'],
    },
    {
      id: 'not-authorised',
      codes: ['554'],
      text: ['is not authorized to perform ses:', 'is not authorized to perform * ses:SendRawEmail'],
      reason: 'auth.submission',
      meaning: 'The AWS user that sends has no right to use SES for this sender.',
      steps: ['Give the user or role a policy that allows ses:SendRawEmail for the sending identity.', 'Send again.'],
      link: docs,
      sources: [sisimai],
      status: 'documented',
      matches: [
        '554 Access denied: User arn:aws:iam::111122223333:user/mailer is not authorized to perform ses:SendRawEmail on resource arn:aws:ses:eu-west-1:111122223333:identity/example.net',
        '554 Access denied: User arn:aws:iam::111122223333:user/mailer is not authorized to perform: ses:SendRawEmail on resource arn:aws:ses:eu-west-1:111122223333:identity/example.net',
      ],
      mustNotMatch: ['554 5.7.1 192.0.2.25 is not authorized to send for example.net'],
    },
    {
      id: 'not-subscribed',
      codes: ['554'],
      text: ['Account not subscribed to SES'],
      reason: 'reputation.tenant-restricted',
      meaning: 'Amazon SES is not activated for this AWS account.',
      steps: [
        'Activate Amazon SES for the account in the region that you use.',
        'Check that the credentials belong to that account.',
      ],
      link: docs,
      sources: [sisimai],
      status: 'documented',
      matches: ['554 Account not subscribed to SES'],
      mustNotMatch: ['550 Recipient has not subscribed to this list'],
    },
    {
      id: 'sending-paused',
      codes: ['554'],
      text: ['Sending paused for this account'],
      reason: 'reputation.tenant-restricted',
      meaning: 'AWS has stopped all sending of your account, most often for too many bounces or complaints.',
      steps: [
        'Read the mail from AWS to the account’s address, which names the cause.',
        'Mend the cause and answer the case; sending resumes only after the review.',
        'Leave all addresses as they are.',
      ],
      link: 'https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html',
      sources: [paused],
      status: 'observed',
      matches: [
        '554 Message rejected: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      ],
      mustNotMatch: ['550 5.2.1 Delivery paused for this mailbox'],
    },
    {
      id: 'gave-up-after-retries',
      codes: ['550', '4.4.7'],
      text: ['Message expired: unable to deliver in # minutes'],
      anywhere: true,
      reason: 'route.expired',
      meaning:
        'Amazon SES tried for about fourteen hours and could not deliver. What the recipient’s server said last stands after these words, if it answered at all.',
      steps: [
        'Read the inner reply if there is one and act on that.',
        'Check that the recipient domain has working mail servers.',
        'Send again later; do not treat the address as dead for this alone.',
      ],
      sources: [expiry],
      status: 'observed',
      matches: [
        'smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0 Unable to lookup DNS for example.com>',
      ],
      mustNotMatch: ['554 5.4.7 [internal] exceeded max time without delivery'],
    },
  ],
});
