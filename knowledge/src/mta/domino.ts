import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const paraphrased: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'read-paraphrased',
};
const lhost: Source = {
  name: 'Sisimai lhost Domino and public bounce rules that quote Domino reports',
  read: '2026-10',
  grade: 'read',
};
const known: Source = { name: 'Domino reports, from knowledge', read: '2026-10', grade: 'believed' };
const japanese: Source = {
  name: 'sisimai/set-of-emails, maildir/bsd/lhost-domino-02.eml, for "Domino ディレクトリには見つかりません"',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'IBM/HCL Domino',
  kind: 'mta',
  entries: [
    {
      id: 'not-in-directory',
      codes: ['550', '5.1.1'],
      text: [
        'not listed in Domino Directory',
        'not listed in public Name & Address Book',
        "non répertorié dans l'annuaire Domino",
        'no se encuentra en el Directorio de Domino',
        'Domino ディレクトリには見つかりません',
      ],
      reason: 'recipient.unknown',
      meaning: 'The company directory of the receiving Domino server has no such person or group.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [sisimai, japanese, lhost],
      status: 'observed',
      matches: [
        'User T Miller (t.miller@example.net) not listed in Domino Directory',
        '550 t.miller@example.net not listed in public Name & Address Book',
        "Utilisateur T Miller (t.miller@example.net) non répertorié dans l'annuaire Domino",
        'El usuario T Miller (t.miller@example.net) no se encuentra en el Directorio de Domino',
        'T Miller (t.miller@example.net) Domino ディレクトリには見つかりません',
      ],
      mustNotMatch: [
        'Recipient user name T Miller (t.miller@example.net) not unique. Several matches found in Domino Directory.',
      ],
    },
    {
      id: 'several-matches',
      codes: ['5.1.4', '550'],
      text: ['Several matches found in Domino Directory'],
      reason: 'recipient.ambiguous',
      meaning: 'The name before the @ sign fits more than one person in the company directory.',
      steps: [
        'Use the full address of the person, as it stands in one of their messages.',
        'Tell the administrator of the recipient: the directory has doubles.',
      ],
      sources: [lhost],
      status: 'observed',
      matches: [
        'Recipient user name T Miller (t.miller@example.net) not unique. Several matches found in Domino Directory.',
      ],
      mustNotMatch: ['User T Miller (t.miller@example.net) not listed in Domino Directory'],
    },
    {
      id: 'no-route-to-domain',
      codes: ['550'],
      text: ['No route found to domain'],
      reason: 'route.relay-denied',
      meaning: 'The Domino server has no connection document or domain record for this domain.',
      steps: [
        'Check the domain for a typing error.',
        'Look up the MX records of the domain and send the evidence to the administrator of the recipient; hold the domain meanwhile.',
      ],
      sources: [paraphrased],
      status: 'observed',
      matches: ['550 No route found to domain EXAMPLE from server MAIL01/EXAMPLE'],
      mustNotMatch: ['User T Miller (t.miller@example.net) not listed in Domino Directory'],
    },
    {
      id: 'cannot-route-to-user',
      text: ['Cannot route mail to user'],
      reason: 'policy.generic',
      meaning:
        'The Domino server knows the user but has no way to deliver, for example because the mail file is missing.',
      steps: ['Hold the address.', 'Ask the administrator of the recipient.'],
      sources: [lhost],
      status: 'observed',
      matches: ['Cannot route mail to user (t.miller@example.net).'],
      mustNotMatch: ['No route found to domain EXAMPLE from server MAIL01/EXAMPLE'],
    },
    {
      id: 'hop-count',
      codes: ['5.4.6'],
      text: ['Maximum hop count exceeded. Message probably in a routing loop'],
      reason: 'route.loop',
      meaning: 'The message was passed round between servers and was stopped.',
      steps: ['Tell the administrator of the recipient.', 'Hold the address until that is mended.'],
      sources: [known],
      status: 'observed',
      matches: [
        'Error transferring to MAIL02.EXAMPLE; Maximum hop count exceeded. Message probably in a routing loop.',
      ],
      mustNotMatch: ['No route found to domain EXAMPLE from server MAIL01/EXAMPLE'],
    },
    {
      id: 'policy-rejected',
      codes: ['554', '550', '5.7.1'],
      text: ['Relay rejected for policy reasons'],
      reason: 'route.relay-denied',
      meaning: 'The Domino server does not take mail for this domain from you.',
      steps: ['Log in to the server if it is your outgoing server.', 'Otherwise look up the MX records of the domain.'],
      sources: [known],
      status: 'observed',
      matches: ['554 Relay rejected for policy reasons.'],
      mustNotMatch: ['554 Mail rejected for policy reasons'],
    },
  ],
});
