import type { Source } from '../define.ts';
import { define } from '../define.ts';

const forum: Source = {
  name: 'Shaw support forum, mail hosters on AUP#MXRT and AUP#CNCT',
  url: 'https://support.shaw.ca/t5/internet-discussions/shaw-server-blocking-emails-from-domain-it-used-to-work-until/td-p/38236/page/4',
  read: '2026-11',
  grade: 'read',
};
const mx = 'shw-central.mx.a.cloudfilter.net';

export default define({
  name: 'Shaw (Canada)',
  kind: 'mailbox-provider',
  hosts: ['shw-central.mx.a.cloudfilter.net'],
  domains: ['shaw.ca'],
  entries: [
    {
      id: 'sending-rate',
      text: ['MXRT'],
      needsHost: true,
      reason: 'rate.messages',
      meaning:
        'You send faster than Shaw allows. Its filter (Cloudmark) counts messages and recipients per sending IP.',
      steps: [
        'Send to Shaw more slowly.',
        'Send the refused messages again later.',
        'Mail interested people first, so that the record improves.',
      ],
      sources: [forum],
      status: 'observed',
      matches: [{ line: '452 4.1.1 <ann@example.com> rate limit reached. AUP#MXRT', host: mx }],
      mustNotMatch: [{ line: '421 4.7.0 too many connections. AUP#CNCT', host: mx }],
    },
    {
      id: 'connection-limit',
      text: ['CNCT'],
      needsHost: true,
      reason: 'rate.connections',
      meaning: 'Your IP has too many connections to Shaw open at once.',
      steps: ['Lower the number of parallel connections.', 'Leave the mail in the queue.'],
      sources: [forum],
      status: 'observed',
      matches: [{ line: '421 4.7.0 too many connections. AUP#CNCT', host: mx }],
      mustNotMatch: [{ line: '452 4.1.1 <ann@example.com> rate limit reached. AUP#MXRT', host: mx }],
    },
  ],
});
