import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};
const addresses: Source = {
  name: 'forwardemail/forwardemail.net@0e2bfa3 helpers/get-forwarding-addresses.js',
  url: 'https://github.com/forwardemail/forwardemail.net',
  read: '2026-11',
  grade: 'read',
};
const rcpt: Source = { ...addresses, name: 'forwardemail/forwardemail.net@1299fb7 helpers/on-rcpt-to.js' };
const authentication: Source = {
  ...addresses,
  name: 'forwardemail/forwardemail.net@06e03dc helpers/is-authenticated-message.js',
};

const mx = 'mx1.forwardemail.net';

export default define({
  name: 'Forward Email',
  kind: 'mailbox-provider',
  hosts: ['forwardemail.net'],
  marks: ['forwardemail.net/faq'],
  links: { delist: 'https://forwardemail.net/denylist', documentation: 'https://forwardemail.net/faq' },
  entries: [
    {
      id: 'plan-too-small',
      codes: ['550'],
      text: ['requires an upgrade to Enhanced Protection'],
      reason: 'route.no-mail-users',
      meaning:
        "The recipient's domain has an ending that Forward Email serves only on a paid plan, and its owner has none.",
      steps: [
        'Reach the recipient another way and tell them that their forwarding is off.',
        'Hold the address until they have settled it.',
      ],
      link: 'https://forwardemail.net/faq#what-domain-name-extensions-can-be-used-for-free',
      sources: [kumo, addresses],
      status: 'documented',
      matches: [
        "550 Your message wasn't delivered due to an error; ann@example.com requires an upgrade to Enhanced Protection at https://forwardemail.net ;  Please read https://forwardemail.net/faq#what-domain-name-extensions-can-be-used-for-free for more information",
      ],
      mustNotMatch: ['550 ann@example.com does not exist'],
    },
    {
      id: 'no-such-address',
      codes: ['550'],
      text: ['does not exist'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'The domain forwards no such address, or forwarding is not set up at all.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [addresses],
      status: 'documented',
      matches: [{ line: '550 ann@example.com does not exist', host: mx }],
      mustNotMatch: [
        { line: '550 ann@example.com does not have any MX records configured on its domain example.com', host: mx },
      ],
    },
    {
      id: 'forwarding-record-broken',
      codes: ['550', '421'],
      text: [
        'has an invalid "forward-email" TXT record',
        'forwarded addresses configured in the TXT record',
        'multiple verification TXT records of "forward-email',
      ],
      reason: 'route.relay-denied',
      owner: 'recipient-admin',
      meaning: "The DNS record that tells where the recipient's mail shall go is wrong or empty.",
      steps: [
        'Send the reply to the owner of the recipient domain another way.',
        'Hold the address until the record is right.',
      ],
      sources: [addresses],
      status: 'documented',
      matches: [
        '550 ann@example.com domain of example.com has an invalid "forward-email" TXT record due to an invalid email address of "ann:x"',
        '421 ann@example.com domain of example.com has zero forwarded addresses configured in the TXT record with "forward-email"',
        '421 Domain example.com has multiple verification TXT records of "forward-email-site-verification" and should only have one',
      ],
      mustNotMatch: ['550 ann@example.com does not exist'],
    },
    {
      id: 'no-mx-for-recipient',
      codes: ['550'],
      text: ['does not have any MX records configured on its domain'],
      reason: 'route.relay-denied',
      owner: 'recipient-admin',
      meaning: "Forward Email sees no MX record for the recipient's domain.",
      steps: [
        'Check the spelling of the domain.',
        'Tell the owner of the domain another way that its MX record is missing.',
      ],
      sources: [rcpt],
      status: 'documented',
      matches: ['550 ann@example.com does not have any MX records configured on its domain example.com'],
      mustNotMatch: ['550 ann@example.com does not exist'],
    },
    {
      id: 'forwards-to-too-many',
      codes: ['421'],
      text: ['is attempted to be forwarded to * addresses which exceeds the maximum'],
      reason: 'policy.generic',
      owner: 'recipient-admin',
      action: 'retry',
      meaning: "The address forwards to more addresses than the recipient's plan allows.",
      steps: ['Tell the recipient another way.', 'Leave the message in the queue.'],
      sources: [addresses],
      status: 'documented',
      matches: [
        '421 The address ann@example.com is attempted to be forwarded to (14) addresses which exceeds the maximum of (10)',
      ],
      mustNotMatch: ['452 Too many recipients'],
    },
    {
      id: 'too-many-recipients',
      codes: ['452'],
      text: ['Too many recipients'],
      needsHost: true,
      reason: 'rate.recipients',
      meaning: 'One message named too many recipients.',
      steps: ['Send to fewer recipients per message.'],
      sources: [rcpt],
      status: 'documented',
      matches: [{ line: '452 Too many recipients', host: mx }],
      mustNotMatch: [{ line: '550 ann@example.com does not exist', host: mx }],
    },
    {
      id: 'dmarc-failed',
      codes: ['550', '421'],
      text: ["has failed DMARC validation and is rejected due to the domain's DMARC policy"],
      reason: 'auth.dmarc',
      meaning: 'The message failed DMARC, and the domain in its From line asks for such mail to be refused.',
      steps: [
        'Sign with DKIM in the name of the From domain.',
        'Let SPF pass for a return address in the same domain.',
        'Send again once a test message passes.',
      ],
      sources: [authentication],
      status: 'documented',
      matches: ["550 The email sent has failed DMARC validation and is rejected due to the domain's DMARC policy"],
      mustNotMatch: [
        "550 The email sent has failed SPF validation and is rejected due to the domain's SPF hard fail policy",
      ],
    },
    {
      id: 'spf-failed',
      codes: ['550'],
      text: ["has failed SPF validation and is rejected due to the domain's SPF hard fail policy"],
      reason: 'auth.spf',
      meaning:
        "The SPF record of the sender's domain forbids the sending server, and no DKIM signature makes up for it.",
      steps: ['Add the sending server to the SPF record.', 'Sign with DKIM as well, so that forwarding does no harm.'],
      sources: [authentication],
      status: 'documented',
      matches: [
        "550 The email sent has failed SPF validation and is rejected due to the domain's SPF hard fail policy",
      ],
      mustNotMatch: ["550 The email sent has failed DMARC validation and is rejected due to the domain's DMARC policy"],
    },
  ],
});
