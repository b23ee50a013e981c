import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes',
  read: '2026-10',
  grade: 'measured',
};
const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Rhost/Apple.pm',
  read: '2026-10',
  grade: 'measured',
};
const suped: Source = {
  name: "Suped, articles on Apple's local policy bounces (CS02, HM07, HM08), seen in search excerpts",
  url: 'https://www.suped.com/learn/email-deliverability/what-does-apples-message-rejected-due-to-local-policy-error-mean-and-how-can-it-be-resolved',
  read: '2026-10',
  grade: 'read-paraphrased',
};
const belief: Source = { name: 'Whybounce editors, no source read', read: '2026-10', grade: 'believed' };

const postmaster = 'https://support.apple.com/en-us/102322';
const host = 'mx02.mail.icloud.com';

/** Apple publishes no table of its refusals, only general advice to postmasters. */
export default define({
  name: 'Apple iCloud',
  kind: 'mailbox-provider',
  hosts: ['mail.icloud.com', 'mail.me.com', 'icloud.com', 'me.com', 'mac.com', 'apple.com'],
  domains: ['icloud.com', 'me.com', 'mac.com', 'privaterelay.appleid.com'],
  marks: ['support.apple.com/en-us/HT204137', 'support.apple.com/HT204137', 'support.apple.com/en-us/102322'],
  links: {
    postmaster,
    delist: 'https://support.apple.com/en-us/102322',
    documentation: postmaster,
  },
  entries: [
    {
      id: 'no-such-user',
      codes: ['550', '5.1.1'],
      text: ['user does not exist', 'unknown or illegal alias'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'There is no iCloud mailbox or alias with this name.',
      steps: [
        'Check the address for a typing error.',
        'If very many iCloud addresses fail on one day, wait a day before you strike them: Apple has had such faults.',
        'Take the address off the list otherwise.',
      ],
      link: postmaster,
      sources: [manual, sisimai],
      status: 'observed',
      matches: [
        { line: '550 5.1.1 <ann.example@icloud.com>: user does not exist', host },
        { line: '550 5.1.1 unknown or illegal alias: ann.example@me.com', host },
      ],
      mustNotMatch: [
        { line: '450 4.1.8 <news@example.net>: Sender address rejected: Domain not found', host },
        { line: '552 5.2.2 <ann.example@icloud.com>: user is over quota', host },
        '550 5.1.1 <ann@example.com>: user does not exist in the sender table of this gateway',
      ],
    },
    {
      id: 'address-inactive',
      codes: ['550', '5.1.1'],
      text: ['inactive email address'],
      needsHost: true,
      reason: 'recipient.disabled',
      classes: { sisimai: 'userunknown' },
      meaning: 'The address is switched off: its owner turned it off, or the account is no longer used.',
      steps: ['Stop mailing it.', 'Let it back on only when the person asks for your mail again.'],
      link: postmaster,
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '550 5.1.1 <ann.example@icloud.com>: inactive email address (in reply to RCPT TO command)', host },
      ],
      mustNotMatch: [
        { line: '550 5.1.1 <ann.example@icloud.com>: user does not exist', host },
        { line: '550 5.7.1 [CS01] Message rejected due to local policy.', host },
      ],
    },
    {
      id: 'recipient-left',
      codes: ['550', '5.1.6'],
      text: ['recipient no longer on server'],
      needsHost: true,
      reason: 'recipient.moved',
      meaning: 'The mailbox was here once and is gone, with no forward address.',
      steps: ['Take the address off the list.', 'Ask the person for the new one if you can reach them.'],
      link: postmaster,
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '550 5.1.6 recipient no longer on server: ann.example@mac.com', host }],
      mustNotMatch: [
        { line: '550 5.1.1 <ann.example@icloud.com>: inactive email address', host },
        { line: '554 5.7.1 <ann.example@example.net>: Relay access denied', host },
      ],
    },
    {
      id: 'mailbox-full',
      codes: ['552', '5.2.2', '450', '4.2.2'],
      text: ['user is over quota', 'user is overquota'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The person's iCloud storage is full; photos and backups use the same space.",
      steps: [
        'Try again over the next days.',
        'Tell the person by another way if the mail matters.',
        'Rest the address after several weeks of the same answer.',
      ],
      link: postmaster,
      sources: [manual, sisimai],
      status: 'observed',
      matches: [
        { line: '552 5.2.2 <ann.example@icloud.com>: user is over quota (in reply to RCPT TO command)', host },
        { line: '450 4.2.2 <ann.example@icloud.com>: user is overquota', host },
      ],
      mustNotMatch: [
        {
          line: '421 4.7.1 Messages to ann.example@icloud.com deferred due to excessive volume. Try again later',
          host,
        },
      ],
    },
    {
      id: 'recipient-gets-too-much',
      codes: ['421', '4.7.1'],
      text: ['deferred due to excessive volume'],
      reason: 'recipient.rate-limited',
      meaning: 'This one mailbox gets too many messages just now, often a test address or one that a loop fills.',
      steps: [
        'Wait an hour or more, then try again.',
        'Check that you do not send the same person many messages at once.',
      ],
      link: postmaster,
      sources: [manual],
      status: 'observed',
      matches: [
        '421 4.7.1 Messages to ann.example@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137',
      ],
      mustNotMatch: [
        { line: '451 4.7.1 Service unavailable - try again later (mx7.example.com)', host },
        '421 4.7.0 [TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints',
      ],
    },
    {
      id: 'service-unavailable',
      codes: ['451', '4.7.1'],
      text: ['Service unavailable - try again later'],
      needsHost: true,
      reason: 'rate.messages',
      meaning:
        'Apple takes no more mail from you for the moment. It happens most at the full hour, when everybody sends.',
      steps: ['Let the queue try again.', 'Start mailings some minutes off the full hour and with fewer connections.'],
      link: postmaster,
      sources: [manual],
      status: 'observed',
      matches: [{ line: '451 4.7.1 Service unavailable - try again later (mx7.example.com)', host }],
      mustNotMatch: [
        { line: '450 4.1.8 <news@example.net>: Sender address rejected: Domain not found', host },
        { line: '421 4.7.0 me.com Error: too many errors (mx7.example.com)', host },
      ],
    },
    {
      id: 'too-many-errors',
      codes: ['421', '4.7.0'],
      text: ['Error: too many errors'],
      needsHost: true,
      reason: 'host.protocol',
      meaning:
        'Too many commands of one session failed, so Apple hung up. A list with many dead addresses does that as well as faulty software.',
      steps: [
        'Look in the log which commands failed before this answer.',
        'Remove the addresses that Apple named as unknown in that session.',
        'Let the rest go out in a new connection.',
      ],
      link: postmaster,
      sources: [manual],
      status: 'observed',
      matches: [{ line: '421 4.7.0 me.com Error: too many errors (mx7.example.com)', host }],
      mustNotMatch: [{ line: '451 4.7.1 Service unavailable - try again later (mx7.example.com)', host }],
    },
    {
      id: 'local-policy',
      codes: ['550', '554', '5.7.1'],
      text: [
        '[CS01] Message rejected due to local policy',
        '[HM08] Message rejected due to local policy',
        '[CS#] Message rejected due to local policy',
        '[HM#] Message rejected due to local policy',
      ],
      anywhere: true,
      reason: 'policy.generic',
      owner: 'sender',
      meaning:
        "Apple's own filter refused the message. The letters in brackets name the rule, which Apple does not explain; text, links and the standing of the sender all count.",
      steps: [
        'Check that SPF, DKIM and DMARC pass and that no domain in the message is on the Spamhaus DBL.',
        'Compare with mail that got through: shortened links and new domains are the usual cause.',
        'Write to icloudadmin@apple.com with company, domain, addresses, the full reply and the date if it lasts.',
      ],
      link: postmaster,
      sources: [manual, suped, belief],
      status: 'observed',
      matches: [
        '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137 (mx7.example.com)',
        '554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
        '554 5.7.1 [CS02] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
        '554 5.7.1 [HM07] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      ],
      mustNotMatch: [
        '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks.',
        '550 5.7.1 Message rejected due to local policy',
      ],
    },
    {
      id: 'local-policy-without-rule',
      codes: ['550', '554', '5.7.1'],
      text: ['rejected due to local policy'],
      needsHost: true,
      reason: 'policy.generic',
      owner: 'sender',
      meaning: "A rule of Apple's filter refused the message without naming itself.",
      steps: [
        'Check SPF, DKIM and DMARC of the message.',
        'Write to icloudadmin@apple.com with the full reply if it lasts.',
      ],
      link: postmaster,
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '554 5.7.1 Message rejected due to local policy. See https://support.apple.com/en-us/102322', host },
      ],
      mustNotMatch: [
        { line: "550 5.7.1 Your message was rejected due to example.com's DMARC policy.", host },
        '550 5.7.1 Message rejected due to local policy',
      ],
    },
    {
      id: 'dmarc-reject',
      codes: ['550', '554', '5.7.1'],
      text: ["message was rejected due to * 's DMARC policy", 'message was rejected due to * DMARC policy'],
      reason: 'auth.dmarc',
      meaning: 'The domain in the From line asks for mail that fails DMARC to be rejected, and this message failed.',
      steps: [
        'Sign with DKIM for the domain in the From line, or send with SPF passing for it.',
        'Use a From address of your own domain if this one belongs to somebody else.',
        'If the mail was forwarded, have the forwarder leave it unchanged or add ARC.',
      ],
      link: postmaster,
      sources: [manual],
      status: 'observed',
      matches: [
        "550 5.7.1 Your message was rejected due to example.com's DMARC policy. See https://support.apple.com/en-us/HT204137 for info",
      ],
      mustNotMatch: [
        '550 5.7.1 Mail from IP 192.0.2.25 was rejected due to listing in Spamhaus SBL.',
        '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks.',
      ],
    },
    {
      id: 'hide-my-email-authentication',
      codes: ['554', '5.7.1'],
      text: ['[HME1]', 'blocked for failing both SPF and DKIM'],
      reason: 'auth.bulk-required',
      meaning:
        'The recipient uses a Hide My Email address. Apple passes mail on to those only if SPF or DKIM holds, and here neither did.',
      steps: [
        'Add the sending server to the SPF record of the envelope domain.',
        'Sign with DKIM.',
        'For addresses at privaterelay.appleid.com register your sending domain with Apple as well.',
      ],
      link: postmaster,
      sources: [sisimai],
      status: 'observed',
      matches: [
        '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices',
      ],
      mustNotMatch: [
        '554 5.7.1 [HM08] Message rejected due to local policy.',
        "550 5.7.1 Your message was rejected due to example.com's DMARC policy.",
      ],
    },
    {
      id: 'domain-on-spamhaus-dbl',
      codes: ['550', '5.7.1'],
      text: ['having a domain present in the Spamhaus DBL'],
      reason: 'reputation.domain-list',
      meaning: 'A domain of the sender or of a link in the message is on the Spamhaus domain list.',
      steps: [
        'Look up the sender domain and each domain in the message at check.spamhaus.org, also those of trackers and shorteners.',
        'Take a listed link out, or have its owner clear the cause and ask for removal.',
      ],
      link: 'https://www.spamhaus.org/dbl/',
      sources: [manual],
      status: 'observed',
      matches: [
        '550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/ (mx7.example.com)',
      ],
      mustNotMatch: [
        '550 5.7.1 Mail from IP 192.0.2.25 was rejected due to listing in Spamhaus SBL. For details please see http://www.spamhaus.org/query/bl?ip=192.0.2.25',
      ],
    },
    {
      id: 'address-on-spamhaus',
      codes: ['550', '5.7.1'],
      text: ['rejected due to listing in Spamhaus'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'The address of your mail server is on a Spamhaus list.',
      steps: [
        'Look up the address at check.spamhaus.org to see which list and why.',
        'Clear the cause, then ask for removal there.',
        'On a shared address tell your sending service.',
      ],
      link: 'https://check.spamhaus.org/',
      sources: [sisimai],
      status: 'observed',
      matches: [
        '550 5.7.1 Mail from IP 192.0.2.25 was rejected due to listing in Spamhaus SBL. For details please see http://www.spamhaus.org/query/bl?ip=192.0.2.25',
      ],
      mustNotMatch: [
        '550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/ (mx7.example.com)',
      ],
    },
    {
      id: 'address-on-proofpoint-list',
      codes: ['550', '5.7.0'],
      text: [
        'Blocked - see https://support.proofpoint.com/dnsbl-lookup',
        'Blocked - see https://ipcheck.proofpoint.com',
      ],
      needsHost: true,
      reason: 'reputation.ip-private',
      meaning: 'Apple asks Proofpoint about sending addresses, and yours has a bad name there.',
      steps: [
        'Look up the address at ipcheck.proofpoint.com and ask for removal in the form there.',
        'Find out and stop what went out from that address.',
        'Give new addresses time: begin with small volumes.',
      ],
      link: 'https://ipcheck.proofpoint.com/',
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.25', host },
        { line: '550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.25', host },
      ],
      mustNotMatch: [{ line: '550 5.7.1 Mail from IP 192.0.2.25 was rejected due to listing in Spamhaus XBL.', host }],
    },
    {
      id: 'connection-refused',
      codes: ['554'],
      text: ['ESMTP not accepting connections'],
      needsHost: true,
      reason: 'reputation.low',
      meaning: 'Apple takes no connection from your server: for its reputation, or because the load is high.',
      steps: [
        'Let the queue try again later with few connections.',
        'If it stays, look the address up at ipcheck.proofpoint.com and check.spamhaus.org.',
        'Write to icloudadmin@apple.com with the addresses and the full reply.',
      ],
      link: postmaster,
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '554 st11p00mm-smtpin001.mac.com ESMTP not accepting connections', host }],
      mustNotMatch: [{ line: '421 4.7.0 me.com Error: too many errors (mx7.example.com)', host }],
    },
    {
      id: 'relay-denied',
      codes: ['554', '5.7.1'],
      text: ['Relay access denied'],
      needsHost: true,
      reason: 'route.relay-denied',
      meaning: "The recipient's domain leads its mail to Apple, but Apple does not hold that domain.",
      steps: [
        "Look up the domain's MX records and check that no old route of yours points to Apple.",
        'Tell the owner of the domain to finish the custom domain set-up in iCloud or to correct the MX records.',
      ],
      link: postmaster,
      sources: [manual],
      status: 'observed',
      matches: [{ line: '554 5.7.1 <ann@example.net>: Relay access denied', host }],
      mustNotMatch: [{ line: '554 5.7.1 [HM08] Message rejected due to local policy.', host }],
    },
    {
      id: 'sender-domain-not-found',
      codes: ['450', '4.1.8'],
      text: ['Sender address rejected: Domain not found'],
      needsHost: true,
      reason: 'dns.sender-domain',
      meaning: 'The domain of your return address cannot be found in DNS at present.',
      steps: [
        'Check the return address for a typing error.',
        'See that its domain has an A or MX record and that the name servers answer.',
      ],
      link: postmaster,
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '450 4.1.8 <news@bounce.example.net>: Sender address rejected: Domain not found', host }],
      mustNotMatch: [{ line: '550 5.1.1 <ann.example@icloud.com>: user does not exist', host }],
    },
  ],
});
