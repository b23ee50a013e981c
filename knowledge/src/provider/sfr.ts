import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const bento: Source = {
  name: 'Bento, SFR SMTP error codes, and Postmastery, SFR postmaster page (search excerpts)',
  url: 'https://bentonow.com/smtp-errors/sfr',
  read: '2026-11',
  grade: 'read',
};
const vade: Source = {
  name: 'Replies of waika9.com (an SFR domain) in public source code, find_string id 49466897185',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'SFR',
  kind: 'mailbox-provider',
  hosts: ['sfr.fr'],
  domains: ['sfr.fr', 'neuf.fr', 'cegetel.net', 'club-internet.fr', 'numericable.fr', 'noos.fr', '9online.fr'],
  marks: ['SFR_IN_#', 'GU_EIB_#'],
  links: { postmaster: 'https://postmaster.sfr.fr/' },
  entries: [
    {
      id: 'abuse-detected',
      codes: ['554', '5.7.1'],
      text: ['Abus detecte', 'GU_EIB_02', 'GU_EIB_04'],
      reason: 'reputation.ip-private',
      meaning: 'SFR has blocked the sending IP address for abuse.',
      steps: [
        'Stop the mailing or the hacked account behind it.',
        'Look the IP address up on the usual lists.',
        'Ask the postmaster of SFR to lift the block.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        {
          line: '554 5.7.1 <unknown[192.0.2.44]>: Client host rejected: Abus detecte GU_EIB_02',
          host: 'smtp-in.sfr.fr',
        },
        {
          line: '554 5.7.1 <unknown[192.0.2.44]>: Client host rejected: Abus detecte GU_EIB_04',
          host: 'smtp-in.sfr.fr',
        },
      ],
      mustNotMatch: ['450 4.7.1 Service refused due to bad behavior SFR_IN_105'],
    },
    {
      id: 'too-much-spam',
      codes: ['450', '4.7.1'],
      text: ['SFR_IN_101', 'SFR_IN_201'],
      reason: 'reputation.complaints',
      meaning:
        'Too many messages from this IP address were judged or reported as spam; SFR shuts it out for two hours.',
      steps: [
        'Pause sending to SFR and drop people who never react.',
        'Look at the complaints that Signal Spam passes on.',
        'Go on slowly after two hours.',
      ],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 <unknown[192.0.2.44]>: Client host rejected: Service refused due to bad behavior SFR_IN_101',
          host: 'smtp-in.sfr.fr',
        },
        { line: '450 4.7.1 Service refused due to bad behavior SFR_IN_201', host: 'smtp-in.sfr.fr' },
      ],
      mustNotMatch: [{ line: '450 4.7.1 Service refused due to bad behavior SFR_IN_104', host: 'smtp-in.sfr.fr' }],
    },
    {
      id: 'virus-seen',
      codes: ['450', '4.7.1'],
      text: ['SFR_IN_102', 'SFR_IN_202'],
      reason: 'reputation.low',
      meaning: 'SFR saw harmful software from this IP address and shuts it out for two hours.',
      steps: ['Find the infected computer or account and clean it.', 'Go on after two hours.'],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 <unknown[192.0.2.44]>: Client host rejected: Service refused due to bad behavior SFR_IN_102',
          host: 'smtp-in.sfr.fr',
        },
        { line: '450 4.7.1 Service refused due to bad behavior SFR_IN_202', host: 'smtp-in.sfr.fr' },
      ],
      mustNotMatch: [{ line: '450 4.7.1 Service refused due to bad behavior SFR_IN_104', host: 'smtp-in.sfr.fr' }],
    },
    {
      id: 'protocol-errors',
      codes: ['450', '4.7.1'],
      text: ['SFR_IN_103', 'SFR_IN_203'],
      reason: 'host.protocol',
      action: 'retry',
      meaning: 'The sending server made too many errors in the mail dialogue; SFR shuts it out for two hours.',
      steps: [
        'Read the log for refused commands and correct the sending program.',
        'Check the HELO name and the time-outs.',
        'Go on after two hours.',
      ],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 <unknown[192.0.2.44]>: Client host rejected: Service refused due to bad behavior SFR_IN_103',
          host: 'smtp-in.sfr.fr',
        },
        { line: '450 4.7.1 Service refused due to bad behavior SFR_IN_203', host: 'smtp-in.sfr.fr' },
      ],
      mustNotMatch: [{ line: '450 4.7.1 Service refused due to bad behavior SFR_IN_104', host: 'smtp-in.sfr.fr' }],
    },
    {
      id: 'too-many-unknown-users',
      codes: ['450', '4.7.1'],
      text: ['SFR_IN_104', 'SFR_IN_204'],
      reason: 'reputation.low',
      meaning: 'Too many addresses of this mailing do not exist at SFR; the IP address is shut out for two hours.',
      steps: [
        'Drop every address that bounced as unknown.',
        'Check where the addresses came from.',
        'Go on after two hours.',
      ],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 <unknown[192.0.2.44]>: Client host rejected: Service refused due to bad behavior SFR_IN_104',
          host: 'smtp-in.sfr.fr',
        },
        { line: '450 4.7.1 Service refused due to bad behavior SFR_IN_204', host: 'smtp-in.sfr.fr' },
      ],
      mustNotMatch: [{ line: '450 4.7.1 Service refused due to bad behavior SFR_IN_101', host: 'smtp-in.sfr.fr' }],
    },
    {
      id: 'volume-exceeded',
      codes: ['450', '4.7.1'],
      text: ['SFR_IN_105', 'SFR_IN_205'],
      reason: 'rate.messages',
      meaning: 'More mail came from this IP address than SFR takes; it is shut out for two hours.',
      steps: ['Keep the mail queued.', 'Spread the mailing over more hours.'],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 <unknown[192.0.2.44]>: Client host rejected: Service refused due to bad behavior SFR_IN_105',
          host: 'smtp-in.sfr.fr',
        },
        { line: '450 4.7.1 Service refused due to bad behavior SFR_IN_205', host: 'smtp-in.sfr.fr' },
      ],
      mustNotMatch: [{ line: '450 4.7.1 Service refused due to bad behavior SFR_IN_104', host: 'smtp-in.sfr.fr' }],
    },
    {
      id: 'bad-behaviour',
      codes: ['450', '4.7.1'],
      text: ['refused due to bad behavior', 'SFR_IN_#'],
      weak: true,
      reason: 'reputation.low',
      meaning: 'SFR makes this IP address wait for two hours because of how it behaved. The SFR_IN code tells why.',
      steps: [
        'Keep the mail queued and look the SFR_IN code up.',
        'Send fewer messages over fewer connections afterwards.',
      ],
      sources: [bento],
      status: 'observed',
      matches: [
        {
          line: '450 4.7.1 <unknown[192.0.2.44]>: Client host rejected: Service refused due to bad behavior SFR_IN_308',
          host: 'smtp-in.sfr.fr',
        },
      ],
      mustNotMatch: [{ line: '554 5.7.1 Client host rejected: Abus detecte GU_EIB_02', host: 'smtp-in.sfr.fr' }],
    },
    {
      id: 'rejected-per-spam-policy',
      codes: ['550', '5.7.1'],
      text: ['rejected per SPAM policy'],
      needsHost: true,
      reason: 'content.spam',
      meaning: 'The filter of SFR took the message for spam.',
      steps: [
        'Cut links and wording down until a test passes.',
        'Check that SPF, DKIM and DMARC pass.',
        'Report a wrong verdict to the postmaster of SFR.',
      ],
      sources: [vade],
      status: 'observed',
      matches: [{ line: '550 5.7.1 Email 8Kd2fA1bCdEfGhIj rejected per SPAM policy', host: 'smtp-in.sfr.fr' }],
      mustNotMatch: [{ line: '554 5.7.1 Client host rejected: Abus detecte GU_EIB_04', host: 'smtp-in.sfr.fr' }],
    },
  ],
});
