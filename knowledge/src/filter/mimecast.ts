import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Rhost/Mimecast.pm, after the error table that Mimecast publishes',
  read: '2026-10',
  grade: 'measured',
};
const paraphrased: Source = { ...sisimai, grade: 'read-paraphrased' };
const fieldManual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/451.json',
  read: '2026-10',
  grade: 'measured',
};

const host = 'us-smtp-inbound-1.mimecast.com';

export default define({
  name: 'Mimecast',
  kind: 'gateway',
  hosts: ['mimecast.com', 'mimecast-offshore.com', 'mimecast.co.za'],
  marks: ['community.mimecast.com', 'mimecastsupport.zendesk.com'],
  links: {
    documentation:
      'https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691-Policies-Mimecast-SMTP-Error-Codes',
  },
  entries: [
    {
      id: 'sender-ip-blocked-by-policy',
      codes: ['421'],
      text: ['Sender address blocked'],
      needsHost: true,
      reason: 'policy.transport-rule',
      meaning:
        'The recipient organisation has put the IP address of the sending server on its own list of blocked senders.',
      steps: [
        'Reach the recipient by another way and have their mail administrator take the entry out of the blocked senders policy.',
        'Hold the mail for this organisation until that is done.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '421 Sender address blocked - https://community.mimecast.com/docs/DOC-1369#421 [b7XkQe1ZN2mNq0aPzLw3cQ.us12]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '421 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#421 [b7XkQe1ZN2mNq0aPzLw3cQ.us12]',
          host,
        },
      ],
    },
    {
      id: 'recipient-check-unavailable',
      codes: ['451'],
      text: ['Recipient temporarily unavailable'],
      needsHost: true,
      reason: 'recipient.address-verification',
      meaning:
        'Mimecast could not check the address just now: the server that knows the recipients does not answer, or the sending IP address made too many bad connections and is put off.',
      steps: [
        'Let the queue try again.',
        'If it lasts, look for connections of yours that break off or address unknown recipients.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Recipient temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Tq1GyLr8M1eQfX0c5bJ6zA.uk44]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Tq1GyLr8M1eQfX0c5bJ6zA.uk44]',
          host,
        },
      ],
    },
    {
      id: 'ip-over-limit',
      codes: ['451'],
      text: ['IP temporarily blacklisted'],
      needsHost: true,
      reason: 'rate.messages',
      meaning:
        'The sending IP address has used up what Mimecast lets it send in a given time and is refused for a while.',
      steps: ['Leave the mail in the queue.', 'Send to Mimecast with fewer connections and at a lower rate.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 IP temporarily blacklisted - https://community.mimecast.com/docs/DOC-1369#451 [pD9xV0WnOXy0mUE4r1sKtg.de7]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '550 Local CT IP Reputation - (reject) - https://community.mimecast.com/docs/DOC-1369#550 [pD9xV0WnOXy0mUE4r1sKtg.de7]',
          host,
        },
      ],
    },
    {
      id: 'greylisted',
      codes: ['451'],
      text: [
        'Internal resources are temporarily unavailable',
        'Internal resource temporarily unavailable',
        'Internal resource is temporarily unavailable',
      ],
      needsHost: true,
      reason: 'rate.greylist',
      meaning:
        'Despite the words nothing is broken: Mimecast greets a sender, server and recipient that it has not seen together with a delay, or looks closer because of a poor IP reputation.',
      steps: [
        'Let the queue try again; the second attempt must come after a minute and within twelve hours.',
        'Keep the envelope sender and the sending IP address the same between attempts.',
      ],
      sources: [sisimai, fieldManual],
      status: 'documented',
      matches: [
        {
          line: '451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Wc1XnTz3O8uPzq7iA0fV2w.us32]',
          host,
        },
        {
          line: '451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Wc1XnTz3O8uPzq7iA0fV2w.us32]',
          host,
        },
        {
          line: '451 Internal resource is temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Wc1XnTz3O8uPzq7iA0fV2w.us32]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Account service is temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Wc1XnTz3O8uPzq7iA0fV2w.us32]',
          host,
        },
      ],
    },
    {
      id: 'outbound-name-used-as-mx',
      codes: ['451'],
      text: ['incorrect hostname used for inbounds', 'Hostname is not authorized'],
      needsHost: true,
      reason: 'route.relay-denied',
      owner: 'recipient-admin',
      meaning:
        'The MX record of the recipient domain leads to a Mimecast host that does not take incoming mail for this account.',
      steps: [
        'Check where the MX records of the recipient domain point.',
        'Send the reply to the recipient’s mail administrator, who must correct the MX records.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 incorrect hostname used for inbounds - https://community.mimecast.com/docs/DOC-1369#451 [kE4uS2c7PTaCz8dY1hQn0g.us5]',
          host,
        },
        {
          line: '451 Hostname is not authorized - https://community.mimecast.com/docs/DOC-1369#451 [kE4uS2c7PTaCz8dY1hQn0g.us5]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Account inbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [kE4uS2c7PTaCz8dY1hQn0g.us5]',
          host,
        },
      ],
    },
    {
      id: 'open-relay-not-allowed',
      codes: ['451'],
      text: ['Open relay not allowed'],
      needsHost: true,
      reason: 'route.relay-denied',
      meaning: 'Neither the sender nor the recipient domain belongs to a Mimecast account that this host serves.',
      steps: [
        'Check the MX records of the recipient domain; the domain may have left Mimecast.',
        'If you are a Mimecast customer yourself, check that your sending domain and IP address are registered.',
        'Tell the recipient’s mail administrator when the MX records still lead here.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451 [xZ0tM8aRNzS5Jd3vGq1rUw.au2]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [xZ0tM8aRNzS5Jd3vGq1rUw.au2]',
          host,
        },
      ],
    },
    {
      id: 'inbound-switched-off',
      codes: ['451'],
      text: ['Account inbounds disabled'],
      needsHost: true,
      reason: 'host.not-accepting',
      meaning: 'Incoming mail is switched off for the recipient organisation’s Mimecast account.',
      steps: ['Hold the mail for this domain.', 'Send the reply to the recipient’s mail administrator.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Account inbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [Rj7pC1qDO5yVb2fKw9sLxA.uk9]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Account outbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [Rj7pC1qDO5yVb2fKw9sLxA.uk9]',
          host,
        },
      ],
    },
    {
      id: 'outbound-switched-off',
      codes: ['451'],
      text: ['Account outbounds disabled'],
      needsHost: true,
      reason: 'reputation.tenant-restricted',
      meaning: 'Outgoing mail is switched off for the Mimecast account of the sender.',
      steps: ['Ask the administrator of your Mimecast account why outgoing mail is off and have it switched on again.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Account outbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [mV3hB6zTN0qLr8eXc2yPdw.us8]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Account inbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [mV3hB6zTN0qLr8eXc2yPdw.us8]',
          host,
        },
      ],
    },
    {
      id: 'too-many-connections',
      codes: ['451'],
      text: ['Account service is temporarily unavailable'],
      needsHost: true,
      reason: 'rate.connections',
      meaning: 'More than twenty connections to this Mimecast account are open at once.',
      steps: ['Leave the mail in the queue.', 'Open fewer connections at a time to hosts of Mimecast.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Account service is temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Ny5wF4jKPg1oUt7aSm3QiA.us21]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Recipient temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [Ny5wF4jKPg1oUt7aSm3QiA.us21]',
          host,
        },
      ],
    },
    {
      id: 'server-busy',
      codes: ['421', '451'],
      text: ['Unable to process connection at this time', 'Unable to process an email at this time'],
      needsHost: true,
      reason: 'host.internal-error',
      meaning: 'The Mimecast server is too busy to handle the mail right now.',
      steps: ['Let the queue try again.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#451 [oG2kY9vCMx6bHp4zRd1TeQ.de3]',
          host,
        },
        {
          line: '451 Unable to process an email at this time - https://community.mimecast.com/docs/DOC-1369#451 [oG2kY9vCMx6bHp4zRd1TeQ.de3]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '421 Sender address blocked - https://community.mimecast.com/docs/DOC-1369#421 [oG2kY9vCMx6bHp4zRd1TeQ.de3]',
          host,
        },
      ],
    },
    {
      id: 'message-cut-short',
      codes: ['451'],
      text: ['Message ended early'],
      needsHost: true,
      reason: 'host.protocol',
      meaning:
        'The message broke off before its end reached Mimecast, most often because a firewall meddles with the mail traffic.',
      steps: [
        'Switch off SMTP inspection or fixup on the firewall in front of the sending server.',
        'Send the message again.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '451 Message ended early - https://community.mimecast.com/docs/DOC-1369#451 [aH8nD3xWO7rJq5vZk0YuBw.us2]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '554 Maximum email size exceeded - https://community.mimecast.com/docs/DOC-1369#554 [aH8nD3xWO7rJq5vZk0YuBw.us2]',
          host,
        },
      ],
    },
    {
      id: 'too-many-recipients',
      codes: ['452'],
      text: ['Too many recipients'],
      needsHost: true,
      reason: 'rate.recipients',
      meaning: 'One message named more than a hundred recipients.',
      steps: ['Split the message so that each delivery names at most a hundred recipients.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '452 Too many recipients - https://community.mimecast.com/docs/DOC-1369#452 [eT6mX1cJPu9dWn4gLs2VzA.uk3]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '550 Exceeding outbound thread limit - https://community.mimecast.com/docs/DOC-1369#550 [eT6mX1cJPu9dWn4gLs2VzA.uk3]',
          host,
        },
      ],
    },
    {
      id: 'address-syntax',
      codes: ['501'],
      text: ['Invalid address'],
      needsHost: true,
      needsCode: true,
      reason: 'host.protocol',
      meaning:
        'An address in the SMTP dialogue is not well formed. The reply does not say whether it is the sender’s or the recipient’s.',
      steps: [
        'Check the spelling of both addresses as your server sent them, above all stray spaces and brackets.',
        'Correct the faulty one and send again.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '501 Invalid address - https://community.mimecast.com/docs/DOC-1369#501 [iK0rQ7bSNm2tFx8yCv5OwQ.us15]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [iK0rQ7bSNm2tFx8yCv5OwQ.us15]',
          host,
        },
      ],
    },
    {
      id: 'not-logged-in',
      codes: ['503'],
      text: ['User unknown'],
      needsHost: true,
      needsCode: true,
      reason: 'auth.submission',
      meaning:
        'Under code 503 these words do not speak of the recipient: the sending client gave its commands out of order or did not log in.',
      steps: [
        'Have the sending client log in before it names sender and recipient.',
        'Leave the recipient address alone; nothing was said against it.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '503 User unknown - https://community.mimecast.com/docs/DOC-1369#503 [uL4sG8fZMc3xNk1qEj7YdA.us3]',
          host,
        },
      ],
      mustNotMatch: [
        { line: '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown', host },
        {
          line: '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [uL4sG8fZMc3xNk1qEj7YdA.us3]',
          host,
        },
      ],
    },
    {
      id: 'login-failed',
      codes: ['535', '550'],
      text: ['Incorrect authentication data', 'Submitter failed to authenticate'],
      needsHost: true,
      reason: 'auth.submission',
      meaning:
        'The sending client logged in with a wrong name or password, or could not prove that it may submit mail.',
      steps: ['Correct the user name and password of the sending client.', 'Unlock the account if it is locked.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '535 Incorrect authentication data - https://community.mimecast.com/docs/DOC-1369#535 [qB1vJ5dXOn6zRw0tHm9KsQ.uk11]',
          host,
        },
        {
          line: '550 Submitter failed to authenticate - https://community.mimecast.com/docs/DOC-1369#550 [qB1vJ5dXOn6zRw0tHm9KsQ.uk11]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '550 DKIM Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [qB1vJ5dXOn6zRw0tHm9KsQ.uk11]',
          host,
        },
      ],
    },
    {
      id: 'envelope-blocked-by-administrator',
      codes: ['550'],
      text: ['Administrative prohibition - envelope blocked'],
      reason: 'policy.transport-rule',
      meaning:
        'A rule of the recipient organisation turns this envelope sender away: its blocked senders policy or its handling of failed SPF checks.',
      steps: [
        'Check that SPF passes for the envelope sender from the IP address used.',
        'Ask the recipient’s mail administrator to permit the sender.',
        'Do not repeat the attempt before one of the two has changed.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [cF9yW2nHPq4uLb6xDs8VeA.us44]',
      ],
      mustNotMatch: [
        '550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [cF9yW2nHPq4uLb6xDs8VeA.us44]',
      ],
    },
    {
      id: 'blocked-by-the-recipient',
      codes: ['550'],
      text: ['Envelope blocked - User Entry', 'Envelope blocked - User Domain Entry'],
      reason: 'recipient.personal-block',
      meaning: 'The recipient has put this sender, or the whole sending domain, on a personal block list.',
      steps: [
        'Stop mailing this person.',
        'Only if they ask for the mail by another way, have them take the entry off their personal list.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [zS3aT7kLMv0wPg5cQx1JnQ.uk5]',
        '550 Envelope blocked - User Domain Entry - https://community.mimecast.com/docs/DOC-1369#550 [zS3aT7kLMv0wPg5cQx1JnQ.uk5]',
      ],
      mustNotMatch: [
        '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [zS3aT7kLMv0wPg5cQx1JnQ.uk5]',
      ],
    },
    {
      id: 'header-sender-blocked',
      codes: ['550'],
      text: ['Rejected by header based Blocked Senders'],
      reason: 'policy.transport-rule',
      meaning: 'The address in the From line is on the blocked senders policy of the recipient organisation.',
      steps: ['Ask the recipient’s mail administrator to permit the From address.', 'Hold further mail until then.'],
      sources: [paraphrased],
      status: 'documented',
      matches: [
        '550 Rejected by header based Blocked Senders: news@example.com - https://community.mimecast.com/docs/DOC-1369#550 [dP8oE1rVNy7bKm2hGz6XwA.de1]',
      ],
      mustNotMatch: [
        '550 Rejected by header based manually Blocked Senders: news@example.com - https://community.mimecast.com/docs/DOC-1369#550 [dP8oE1rVNy7bKm2hGz6XwA.de1]',
      ],
    },
    {
      id: 'header-sender-blocked-by-hand',
      codes: ['550'],
      text: ['Rejected by header based manually Blocked Senders'],
      reason: 'recipient.not-allowed-sender',
      meaning:
        'Somebody at the recipient organisation blocked the From address by hand. The reply does not say whether it was the recipient or an administrator.',
      steps: [
        'Hold mail to this recipient.',
        'Ask the recipient by another way whether they want the mail; if so, they or their administrator must lift the block.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Rejected by header based manually Blocked Senders: news@example.com - https://community.mimecast.com/docs/DOC-1369#550 [hJ5tU0yCMr8vXd4nSk3LqQ.us17]',
      ],
      mustNotMatch: [
        '550 Rejected by header based Anti-Spoofing policy: news@example.com - https://community.mimecast.com/docs/DOC-1369#550 [hJ5tU0yCMr8vXd4nSk3LqQ.us17]',
      ],
    },
    {
      id: 'anti-spoofing',
      codes: ['550'],
      text: ['Rejected by header based Anti-Spoofing policy', 'Anti-Spoofing policy - Inbound not allowed'],
      reason: 'policy.transport-rule',
      meaning:
        'The message comes from outside but carries an address of the recipient’s own domain as its sender, which their anti-spoofing policy forbids.',
      steps: [
        'Send with a From address of a domain of your own, or a subdomain set aside for you.',
        'If the recipient’s domain must stand there, have their administrator add a bypass for your sending server.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Rejected by header based Anti-Spoofing policy: hr@example.com - https://community.mimecast.com/docs/DOC-1369#550 [wN6gH9pZOs1jCv7yFt2BxA.uk8]',
        '550 Anti-Spoofing policy - Inbound not allowed - https://community.mimecast.com/docs/DOC-1369#550 [wN6gH9pZOs1jCv7yFt2BxA.uk8]',
      ],
      mustNotMatch: [
        '550 Rejected by header based Blocked Senders: hr@example.com - https://community.mimecast.com/docs/DOC-1369#550 [wN6gH9pZOs1jCv7yFt2BxA.uk8]',
        '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [wN6gH9pZOs1jCv7yFt2BxA.uk8]',
      ],
    },
    {
      id: 'content-examination',
      codes: ['550'],
      text: ['Message bounced due to Content Examination Policy'],
      reason: 'policy.transport-rule',
      meaning: 'Words or patterns in the message match a content rule that the recipient organisation has set up.',
      steps: [
        'Look for wording, links or attachments that an office filter may object to, and send a plainer version.',
        'If the content is harmless, ask the recipient’s mail administrator which rule it met.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Message bounced due to Content Examination Policy - https://community.mimecast.com/docs/DOC-1369#550 [yM2lA4sQPk9fRx0bJw8HcQ.us6]',
      ],
      mustNotMatch: [
        '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [yM2lA4sQPk9fRx0bJw8HcQ.us6]',
      ],
    },
    {
      id: 'spf-failed',
      codes: ['550'],
      text: ['SPF Sender Invalid'],
      reason: 'auth.spf',
      meaning: 'The sending IP address is not named in the SPF record of the envelope sender’s domain.',
      steps: [
        'Add the sending service or IP address to the SPF record of the envelope sender’s domain.',
        'Send again once the record has spread.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [bR7uV5mJNt3qGd1zKx6PyA.de5]',
      ],
      mustNotMatch: [
        '550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [bR7uV5mJNt3qGd1zKx6PyA.de5]',
      ],
    },
    {
      id: 'dkim-failed',
      codes: ['550'],
      text: ['DKIM Sender Invalid'],
      reason: 'auth.dkim',
      meaning: 'The DKIM signature of the message is broken or its public key cannot be used.',
      steps: [
        'Check that the public key under the selector of the signature is published and unchanged.',
        'Make sure that nothing alters the message after it is signed.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 DKIM Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [sQ0cX8wFOz5nLk2vTh4EjQ.us9]',
      ],
      mustNotMatch: [
        '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [sQ0cX8wFOz5nLk2vTh4EjQ.us9]',
      ],
    },
    {
      id: 'dmarc-failed',
      codes: ['550'],
      text: ['DMARC Sender Invalid'],
      reason: 'auth.dmarc',
      meaning:
        'The domain in the From line asks for unauthenticated mail to be refused, and neither SPF nor DKIM passed for that domain.',
      steps: [
        'Sign with DKIM as the domain of the From line.',
        'Or make the envelope sender a subdomain of it for which SPF passes.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [gT1bY6rKMa4xPv9eNc7DsA.uk2]',
      ],
      mustNotMatch: [
        '550 DKIM Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [gT1bY6rKMa4xPv9eNc7DsA.uk2]',
      ],
    },
    {
      id: 'ip-reputation',
      codes: ['550'],
      text: ['Local CT IP Reputation'],
      reason: 'reputation.low',
      meaning: 'Mimecast gives the sending IP address a poor reputation and refuses its mail.',
      steps: [
        'Stop whatever sends spam or hits unknown addresses from this IP address.',
        'Check the address on the public blocklists and have it taken off where it is named.',
        'Come back with small amounts to people who read your mail.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Local CT IP Reputation - (reject) - https://community.mimecast.com/docs/DOC-1369#550 [fV3wZ9hLPd0cQs5rXm1UkQ.us20]',
      ],
      mustNotMatch: [
        '451 IP temporarily blacklisted - https://community.mimecast.com/docs/DOC-1369#451 [fV3wZ9hLPd0cQs5rXm1UkQ.us20]',
      ],
    },
    {
      id: 'invalid-recipient',
      codes: ['550'],
      text: ['Invalid Recipient'],
      needsHost: true,
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The recipient organisation has given Mimecast a list of its addresses, and this one is not on it.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [lC5dK2xSNq7yHg8tBw0VzA.us1]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '451 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#451 [lC5dK2xSNq7yHg8tBw0VzA.us1]',
          host,
        },
        {
          line: '501 Invalid address - https://community.mimecast.com/docs/DOC-1369#501 [lC5dK2xSNq7yHg8tBw0VzA.us1]',
          host,
        },
      ],
    },
    {
      id: 'recipient-refused-for-now',
      codes: ['451'],
      text: ['Invalid Recipient'],
      needsHost: true,
      needsCode: true,
      reason: 'recipient.address-verification',
      meaning:
        'Mimecast refuses the address only for the time being: under a 4xx code the words are no final word on whether the mailbox exists.',
      steps: [
        'Let the queue try again.',
        'If the same reply keeps coming over days, confirm the address with the person another way.',
      ],
      sources: [fieldManual],
      status: 'observed',
      matches: [
        {
          line: '451 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#451 [nX8eP3vTOj6mRa1kYc4LwQ.uk7]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [nX8eP3vTOj6mRa1kYc4LwQ.uk7]',
          host,
        },
      ],
    },
    {
      id: 'outbound-thread-limit',
      codes: ['550'],
      text: ['Exceeding outbound thread limit'],
      reason: 'rate.connections',
      meaning: 'The sender’s own Mimecast account has too many outgoing connections open at once.',
      steps: ['Let the sending server open fewer connections to Mimecast.', 'Send the refused mail again.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '550 Exceeding outbound thread limit - https://community.mimecast.com/docs/DOC-1369#550 [vG4nQ0sHMe9bWz7uDx2JyA.us13]',
      ],
      mustNotMatch: [
        '452 Too many recipients - https://community.mimecast.com/docs/DOC-1369#452 [vG4nQ0sHMe9bWz7uDx2JyA.us13]',
      ],
    },
    {
      id: 'tls-required',
      codes: ['553'],
      text: [
        'This route requires encryption (TLS)',
        'This route requires TLS version',
        'This route requires high-strength ciphers',
      ],
      reason: 'tls.required',
      meaning:
        'The recipient organisation takes this mail only over an encrypted connection with an up-to-date TLS version and strong ciphers.',
      steps: [
        'Switch on TLS for outgoing mail.',
        'Allow TLS 1.2 or newer and drop outdated ciphers on the sending server.',
        'Send again.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '553 This route requires encryption (TLS) - https://community.mimecast.com/docs/DOC-1369#553 [jY7rB1zCPs5fKt3oNv8XgQ.uk6]',
        '553 This route requires TLS version 1.2 or greater - https://community.mimecast.com/docs/DOC-1369#553 [jY7rB1zCPs5fKt3oNv8XgQ.uk6]',
        '553 This route requires high-strength ciphers - https://community.mimecast.com/docs/DOC-1369#553 [jY7rB1zCPs5fKt3oNv8XgQ.uk6]',
      ],
      mustNotMatch: [
        '554 Configuration is invalid for this certificate - https://community.mimecast.com/docs/DOC-1369#554 [jY7rB1zCPs5fKt3oNv8XgQ.uk6]',
      ],
    },
    {
      id: 'too-big',
      codes: ['554'],
      text: ['Maximum email size exceeded'],
      reason: 'content.too-big',
      meaning: 'The message is larger than the recipient organisation or the service allows.',
      steps: ['Put the attachment behind a link or make it smaller, then send again.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '554 Maximum email size exceeded - https://community.mimecast.com/docs/DOC-1369#554 [kW2mU8cLNx0tSd6yRj4HbA.us4]',
      ],
      mustNotMatch: [
        '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [kW2mU8cLNx0tSd6yRj4HbA.us4]',
      ],
    },
    {
      id: 'mail-loop',
      codes: ['554'],
      text: ['Mail loop detected'],
      needsHost: true,
      reason: 'route.loop',
      meaning: 'The message has passed through twenty-five hosts or more and goes round in circles.',
      steps: [
        'Send the reply to the recipient’s mail administrator, who must mend the forwarding or MX records.',
        'Hold mail for this recipient meanwhile.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        {
          line: '554 Mail loop detected - https://community.mimecast.com/docs/DOC-1369#554 [pA9xE5gVOc1zQw7hKn3TdQ.uk4]',
          host,
        },
      ],
      mustNotMatch: [
        {
          line: '554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [pA9xE5gVOc1zQw7hKn3TdQ.uk4]',
          host,
        },
      ],
    },
    {
      id: 'country-not-accepted',
      codes: ['554'],
      text: ['Host network not allowed'],
      reason: 'reputation.geo',
      classes: { sisimai: 'policyviolation' },
      meaning:
        'The recipient organisation takes no mail from the country or network in which the sending server stands.',
      steps: [
        'Send from a server in another country if you have one.',
        'Otherwise ask the recipient’s mail administrator for an exception.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [tD3sL7bJMy8vFk0qXc5ReA.us11]',
      ],
      mustNotMatch: [
        '451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451 [tD3sL7bJMy8vFk0qXc5ReA.us11]',
      ],
    },
    {
      id: 'spam-signature',
      codes: ['554'],
      text: ['Email rejected due to security policies', 'MCSpamSignature'],
      reason: 'content.spam',
      classes: { sisimai: 'policyviolation' },
      meaning: 'The message bears a known spam signature or scores above the limit of the spam filter.',
      steps: [
        'Look through links, wording and attachments for what a filter may take for spam, and change it.',
        'If the message is harmless, have the recipient’s administrator report it to Mimecast as wrongly caught.',
      ],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '554 Email rejected due to security policies - MCSpamSignature.sa.2.1 - https://community.mimecast.com/docs/DOC-1369#554 [uZ6hN2kWPv4rGx9dSt1OyQ.us7]',
        '554 Rejected, MCSpamSignature.x.7 [uZ6hN2kWPv4rGx9dSt1OyQ.us7]',
      ],
      mustNotMatch: [
        '554 Maximum email size exceeded - https://community.mimecast.com/docs/DOC-1369#554 [uZ6hN2kWPv4rGx9dSt1OyQ.us7]',
      ],
    },
    {
      id: 'certificate-configuration',
      codes: ['554'],
      text: ['Configuration is invalid for this certificate'],
      reason: 'route.relay-denied',
      owner: 'recipient-admin',
      meaning:
        'The certificate and the DNS entries of a Mimecast account that bundles several others do not fit together, so that Mimecast cannot tell where the mail belongs.',
      steps: ['Send the reply to the recipient’s mail administrator.', 'Hold mail for this domain meanwhile.'],
      sources: [sisimai],
      status: 'documented',
      matches: [
        '554 Configuration is invalid for this certificate - https://community.mimecast.com/docs/DOC-1369#554 [oC8fX4tRNb7mJz2wLq6EhA.uk1]',
      ],
      mustNotMatch: [
        '553 This route requires encryption (TLS) - https://community.mimecast.com/docs/DOC-1369#553 [oC8fX4tRNb7mJz2wLq6EhA.uk1]',
      ],
    },
    {
      id: 'mimecast-blocklist',
      codes: ['550'],
      text: ['csi.mimecast.org'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning: 'The sending IP address is on Mimecast’s own blocklist.',
      steps: [
        'Find and stop the source of unwanted mail behind this IP address.',
        'Ask the recipient’s administrator, who is Mimecast’s customer, to have the listing looked into.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 csi.mimecast.org Poor Reputation Sender. 192.0.2.25 [eK1vS6yHOd3cUn0zBx5WqQ.us30]'],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
