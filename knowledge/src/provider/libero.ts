import type { Source } from '../define.ts';
import { define } from '../define.ts';

const help: Source = {
  name: 'Libero help, messaggi di errore (search excerpt)',
  url: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
  read: '2026-10',
  grade: 'read',
};
const helpMeasured: Source = {
  name: 'Libero help, messaggi di errore (search excerpt)',
  url: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
  read: '2026-10',
  grade: 'measured',
};
const suped: Source = {
  name: 'Suped, 550 Invalid Domain from Virgilio and Libero (search excerpt)',
  url: 'https://www.suped.com/learn/email-deliverability/what-causes-a-550-invalid-domain-error-from-virgilio-and-libero-and-how-can-it-be-resolved',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'Libero / Italiaonline',
  kind: 'mailbox-provider',
  hosts: ['libero.it', 'virgilio.it'],
  domains: ['libero.it', 'virgilio.it', 'inwind.it', 'iol.it', 'blu.it', 'giallo.it'],
  marks: ['.iol.local'],
  links: { documentation: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email' },
  entries: [
    {
      id: 'relay-disabled',
      codes: ['550'],
      text: ['Relay Disabled'],
      needsHost: true,
      reason: 'route.relay-denied',
      owner: 'sender',
      meaning:
        'This outgoing server does not pass on your mail, because the sending program is set to the wrong one or has not logged in.',
      steps: [
        'Enter the outgoing server of your own provider in the sending program.',
        'Switch on authentication for outgoing mail.',
      ],
      link: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
      sources: [help],
      status: 'documented',
      matches: [{ line: '550 Relay Disabled', host: 'smtp.libero.it' }],
      mustNotMatch: [{ line: '552 User quota exceeded', host: 'smtp-in.libero.it' }],
    },
    {
      id: 'mailbox-full',
      codes: ['552'],
      text: ['User quota exceeded'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      link: 'https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email',
      sources: [helpMeasured],
      status: 'documented',
      matches: [{ line: '552 MAILBOX FULL (User quota exceeded)', host: 'smtp-in.libero.it' }],
      mustNotMatch: [{ line: '550 Relay Disabled', host: 'smtp.libero.it' }],
    },
    {
      id: 'invalid-domain',
      codes: ['550'],
      text: ['Invalid Domain [smtp-#.iol.local]'],
      reason: 'dns.sender-domain',
      meaning:
        'A domain of the sender was found wanting: it does not resolve, or SPF, DKIM and DMARC do not agree on it.',
      steps: [
        'Check that the return-path domain and the HELO name resolve.',
        'Check that DKIM signs with the From domain and that DMARC passes.',
        'Wait a day if many senders see it at once: the fault may lie with the provider.',
      ],
      sources: [suped],
      status: 'observed',
      matches: [{ line: '550 Invalid Domain [smtp-41.iol.local]', host: 'smtp-in.libero.it' }],
      mustNotMatch: [{ line: '550 Invalid recipient [smtp-41.iol.local]', host: 'smtp-in.libero.it' }],
    },
  ],
});
