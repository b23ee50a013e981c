import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual450: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/450.json',
  read: '2026-10',
  grade: 'measured',
};
const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};
const manual551: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/551.json',
  read: '2026-10',
  grade: 'measured',
};
const guide: Source = {
  name: 'ImprovMX guide, error codes',
  url: 'https://improvmx-website.pages.dev/guides/improvmx-error-codes',
  read: '2026-11',
  grade: 'read',
};

const mx = 'mx1.improvmx.com';

export default define({
  name: 'ImprovMX',
  kind: 'mailbox-provider',
  hosts: ['improvmx.com'],
  marks: ['id-5.9.0)', 'id-5.9.1)', 'id-5.9.2)', 'id-5.9.3)', 'id-5.9.4)', 'id-5.9.5)'],
  links: { documentation: 'https://improvmx.com/guides' },
  entries: [
    {
      id: 'try-again-after-check',
      codes: ['450', '4.2.1'],
      text: ['id-5.9.4'],
      reason: 'rate.greylist',
      meaning: 'The message did not pass a first spam check, and ImprovMX wants it offered again.',
      steps: ['Let the queue try again.', 'Check SPF, DKIM and the reverse name when it never passes.'],
      sources: [manual450, guide],
      status: 'documented',
      matches: ['450 4.2.1 Please try again later. (#id-5.9.4) (mx7.example.com)'],
      mustNotMatch: ['551 5.7.1 Domain not found (#id-5.9.2) (mx7.example.com)'],
    },
    {
      id: 'spam-content',
      codes: ['550', '5.7.1'],
      text: ['Message considered as SPAM'],
      needsHost: true,
      reason: 'content.spam',
      meaning: 'The filter of ImprovMX took the message for spam.',
      steps: [
        'Cut links and wording down until a test passes.',
        'Check that SPF and DKIM pass.',
        'Ask the recipient to let you through.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 5.7.1 Message considered as SPAM (mx7.example.com)', host: mx }],
      mustNotMatch: [
        {
          line: '551 5.7.1 Due to the very low reputation of the sending domain, this message has been blocked (Code 2). (mx7.example.com)',
          host: mx,
        },
      ],
    },
    {
      id: 'domain-reputation',
      codes: ['551', '5.7.1'],
      text: [
        'very low reputation of the sending domain, this message has been blocked (Code #)',
        'very low reputation of the sending domain * (Code',
      ],
      reason: 'reputation.low',
      meaning: "The sender's domain has a very bad record, and ImprovMX forwards nothing from it.",
      steps: [
        'Look the domain up on the domain blocklists.',
        'Stop mailing people who did not ask for it.',
        'Ask the listing service for removal.',
      ],
      sources: [manual551],
      status: 'observed',
      matches: [
        '551 5.7.1 Due to the very low reputation of the sending domain, this message has been blocked (Code 2). (mx7.example.com)',
      ],
      mustNotMatch: [
        '421 4.7.0 Our system has detected that this message is suspicious due to the very low reputation of the sending domain. - gsmtp',
      ],
    },
    {
      id: 'loop',
      codes: ['551', '5.7.1'],
      text: ['Loop detected: Email is sent and forwarded', 'id-5.9.0', 'id-5.9.1'],
      reason: 'route.loop',
      meaning:
        'ImprovMX would forward the message back to where it came from, or send bounces about its own bounces, and stops that.',
      steps: ['Ask the recipient to check what the alias forwards to.', 'Hold the address until then.'],
      sources: [manual551, guide],
      status: 'documented',
      matches: [
        '551 5.7.1 Loop detected: Email is sent and forwarded from/to improvmx.com. (#id-5.9.0) (mx7.example.com)',
        '551 5.7.1 Bounce refused (#id-5.9.1)',
      ],
      mustNotMatch: ['551 5.7.1 Domain not found (#id-5.9.2) (mx7.example.com)'],
    },
    {
      id: 'domain-not-set-up',
      codes: ['551', '5.7.1'],
      text: ['Domain not found (', 'id-5.9.2'],
      reason: 'route.no-mail-users',
      meaning: "The recipient's domain points its mail at ImprovMX but is not set up there.",
      steps: ['Tell the owner of the domain another way.', 'Hold all addresses of the domain until it is set up.'],
      sources: [manual551, guide],
      status: 'documented',
      matches: ['551 5.7.1 Domain not found (#id-5.9.2) (mx7.example.com)'],
      mustNotMatch: ['550 5.1.8 <news@example.com>: Sender address rejected: Domain not found'],
    },
    {
      id: 'forwarder-data-broken',
      codes: ['551', '5.7.1'],
      text: ["returned invalid pieces of information about the requested recipient's domain", 'id-5.9.3'],
      reason: 'host.internal-error',
      meaning: "ImprovMX has broken data about the recipient's domain.",
      steps: ['Try again later.', 'Tell the owner of the domain another way when it stays.'],
      sources: [manual551, guide],
      status: 'documented',
      matches: [
        "551 5.7.1 Our database returned invalid pieces of information about the requested recipient's domain (#id-5.9.3)",
      ],
      mustNotMatch: [
        '551 5.7.1 Unable to correctly read the forwarding recipient (where to forward the email to) (#id-5.9.5) (mx7.example.com)',
      ],
    },
    {
      id: 'forward-target-broken',
      codes: ['551', '5.7.1'],
      text: ['Unable to correctly read the forwarding recipient', 'id-5.9.5'],
      reason: 'host.internal-error',
      meaning: 'ImprovMX cannot read where the address shall be forwarded to.',
      steps: ['Tell the recipient another way to correct the alias.', 'Hold the address until then.'],
      sources: [manual551, guide],
      status: 'documented',
      matches: [
        '551 5.7.1 Unable to correctly read the forwarding recipient (where to forward the email to) (#id-5.9.5) (mx7.example.com)',
      ],
      mustNotMatch: [
        "551 5.7.1 Our database returned invalid pieces of information about the requested recipient's domain (#id-5.9.3)",
      ],
    },
  ],
});
