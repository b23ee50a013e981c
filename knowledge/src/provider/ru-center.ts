import type { Source } from '../define.ts';
import { define } from '../define.ts';

const help: Source = {
  name: 'RU-CENTER help, mail diagnostics and troubleshooting',
  url: 'https://www.nic.ru/help/mail-diagnostics-and-troubleshooting_14426.html',
  read: '2026-10',
  grade: 'read',
};

export default define({
  name: 'RU-CENTER (nic.ru)',
  kind: 'mailbox-provider',
  hosts: ['nic.ru'],
  links: { documentation: 'https://www.nic.ru/help/mail-diagnostics-and-troubleshooting_14426.html' },
  entries: [
    {
      id: 'disk-quota-exceeded',
      codes: ['451'],
      text: ['prohibited. Disk quota exceeded'],
      reason: 'recipient.over-quota',
      owner: 'recipient-admin',
      meaning: 'The disk space of the whole mail service of that domain is used up, so no mailbox of it takes mail.',
      steps: [
        'Leave the message in the queue.',
        'Tell someone at the recipient domain by another way that its mail space is full.',
      ],
      link: 'https://www.nic.ru/help/mail-diagnostics-and-troubleshooting_14426.html',
      sources: [help],
      status: 'documented',
      matches: [
        { line: '451 Mail delivery to <ann@example.com> is prohibited. Disk quota exceeded', host: 'mx01.nic.ru' },
      ],
      mustNotMatch: [{ line: '451 Please try another server', host: 'mx01.nic.ru' }],
    },
    {
      id: 'try-another-server',
      codes: ['451'],
      text: ['Please try another server'],
      needsHost: true,
      reason: 'rate.greylist',
      meaning: 'This server puts the message off and points to the other mail servers of the domain.',
      steps: [
        'Leave the message in the queue: it goes to the next server by itself.',
        'Check that your server tries all MX hosts, not only the first.',
      ],
      link: 'https://www.nic.ru/help/mail-diagnostics-and-troubleshooting_14426.html',
      sources: [help],
      status: 'documented',
      matches: [{ line: '451 Please try another server', host: 'mx01.nic.ru' }],
      mustNotMatch: [
        { line: '451 Mail delivery to <ann@example.com> is prohibited. Disk quota exceeded', host: 'mx01.nic.ru' },
      ],
    },
  ],
});
