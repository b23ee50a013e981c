import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual = (file: string): Source => ({
  name: `ActiveCampaign/smtp-field-manual@67831a2 data/codes/${file}.json`,
  read: '2026-10',
  grade: 'measured',
});
const troubleshooting: Source = {
  name: 'Symantec.cloud, Troubleshooting page for bounced mail',
  url: 'http://www.symanteccloud.com/nl/nl/supportcentre/information/r_troublshooting',
  read: '2026-11',
  grade: 'read',
};
const broadcom: Source = {
  name: 'sisimai/rust rhost table for Symantec Email Security.cloud, quoting Broadcom article 164955',
  url: 'https://knowledge.broadcom.com/external/article/164955',
  read: '2026-11',
  grade: 'read',
};

const host = 'cluster8.us.messagelabs.com';
const delist = 'https://ipremoval.sms.symantec.com/';

export default define({
  name: 'Symantec Email Security.cloud (MessageLabs)',
  kind: 'gateway',
  hosts: ['messagelabs.com', 'inboundmx.com'],
  marks: ['symanteccloud.com/troubleshooting', 'messagelabs.com/support'],
  links: { delist },
  entries: [
    {
      id: 'put-off',
      codes: ['450'],
      text: ['Requested action aborted [9]'],
      reason: 'rate.greylist',
      meaning: 'The service puts off a sender that it does not know yet or wants to watch for a while.',
      steps: ['Let the queue try again.'],
      sources: [manual('450')],
      status: 'observed',
      matches: ['450 Requested action aborted [9] 21905, please visit www.messagelabs.com/support for more details'],
      mustNotMatch: [
        '451 Requested action aborted: local error in processing',
        '501 Connection rejected by policy [7.7] 21905, please visit www.messagelabs.com/support for more details',
      ],
    },
    {
      id: 'invalid-recipient',
      codes: ['5.1.1'],
      text: ['Invalid recipient'],
      needsHost: true,
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The address is not among those that the organisation has registered with the service.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual('550')],
      status: 'observed',
      matches: [{ line: '550 Invalid recipient <anna@example.com> (#5.1.1)', host }],
      mustNotMatch: [
        {
          line: '553 you are trying to use me [server-5.tower-8.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.25, mail.example.net] do this. (#5.7.1)',
          host,
        },
      ],
    },
    {
      id: 'message-filtered',
      codes: ['553', '5.7.1'],
      text: ['Message filtered. Refer to the Troubleshooting page'],
      anywhere: true,
      reason: 'content.spam',
      meaning: 'The spam filter of the service knows this message, its links or the server that sent it from spam.',
      steps: [
        'Look the sending IP address up on the blocklists and have it removed where it is listed.',
        'Check links and wording of the message, and send a plainer version.',
        'If it still fails, have the recipient’s administrator report the message as wrongly caught.',
      ],
      sources: [manual('553'), troubleshooting],
      status: 'documented',
      matches: [
        '553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1) (mx7.example.com)',
      ],
      mustNotMatch: [
        '553 you are trying to use me [server-5.tower-8.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.25, mail.example.net] do this. Please visit www.symanteccloud.com/troubleshooting for more details. (#5.7.1)',
      ],
    },
    {
      id: 'domain-not-served',
      codes: ['553', '5.7.1'],
      text: ['you are trying to use me [', 'you are trying to use me [ * as a relay'],
      anywhere: true,
      reason: 'route.relay-denied',
      meaning:
        'This host of the service does not handle the recipient domain, so it takes the mail for a relay attempt.',
      steps: [
        'Check that the MX records of the recipient domain were followed and are not cached from before a move.',
        'If you send out through the service yourself, register your IP address and domain there.',
        'Tell the recipient’s mail administrator when their MX records lead to the wrong host.',
      ],
      sources: [manual('553')],
      status: 'observed',
      matches: [
        '553 you are trying to use me [server-5.tower-8.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.25, mail.example.net] do this. Please visit www.symanteccloud.com/troubleshooting for more details. (#5.7.1)',
      ],
      mustNotMatch: [
        '553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1) (mx7.example.com)',
      ],
    },
    {
      id: 'traffic-shaping',
      codes: ['421'],
      text: ['Service Temporarily Unavailable'],
      needsHost: true,
      reason: 'rate.messages',
      meaning:
        'The service slows down senders whose traffic looks suspicious and refuses this connection for the moment.',
      steps: [
        'Leave the mail in the queue and send more slowly.',
        'If it lasts, look the sending IP address up on the removal page and on the blocklists.',
      ],
      link: delist,
      sources: [manual('421')],
      status: 'observed',
      matches: [{ line: '421 Service Temporarily Unavailable (mx7.example.com)', host }],
      mustNotMatch: [{ line: '450 Requested action aborted [9] 21905', host }],
    },
    {
      id: 'ip-blocked-by-policy',
      codes: ['501'],
      text: ['Connection rejected by policy [7.7]'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning: 'The sending IP address has a bad reputation on Symantec’s own list.',
      steps: [
        'Stop the source of unwanted mail behind the IP address.',
        'Ask for the release of the address on Symantec’s removal page.',
      ],
      link: delist,
      sources: [broadcom],
      status: 'documented',
      matches: [
        '501 Connection rejected by policy [7.7] 20805, please visit www.messagelabs.com/support for more details about this error message.',
      ],
      mustNotMatch: [
        '450 Requested action aborted [9] 21905, please visit www.messagelabs.com/support for more details',
      ],
    },
  ],
});
