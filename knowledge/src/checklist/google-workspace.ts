import type { Source } from '../define.ts';
import type { ChecklistOf } from './define.ts';
import { aboutTheAddress, aboutTheDomain, aboutTheSender, byAFilter, worthATrace } from './reason-groups.ts';

const gam = (page: string, commit: string): Source => ({
  name: `GAM, docs/${page} (GAM-team/GAM@${commit})`,
  url: `https://github.com/GAM-team/GAM/wiki/${page.replace('.md', '')}`,
  read: '2026-10',
  grade: 'read',
});
const help = (title: string): Source => ({
  name: `Google Workspace Admin Help, ${title}`,
  url: 'https://support.google.com/a',
  read: '2026-10',
  grade: 'believed',
});

/** Google Workspace. GAM's `info` and `show` commands and pages of the Admin console: both only look. */
export const googleWorkspace: ChecklistOf = {
  name: 'Google Workspace',
  systems: ['gmail'],
  notForDomains: ['gmail.com', 'googlemail.com'],
  prepare:
    'Open a shell where GAM 7 is set up for the account, or sign in at admin.google.com: each step can be made in either.',
  steps: [
    {
      id: 'google-user',
      title: 'Does a user or group have the address?',
      why: 'Gmail refuses every address that no user, alias or group has.',
      where: 'GAM, both commands; or Admin console, Directory, Users and Groups: search for the address',
      shell: 'any',
      command: 'gam info user {recipient} ; gam info group {recipient}',
      test: 'directory-object',
      reasons: aboutTheAddress,
      answers: [
        {
          id: 'suspended',
          words: { any: ['^account suspended: true', '^is suspended: true', '^suspended: true', '^archived: true'] },
          names: 'recipient',
          observation: 'directory-object:found',
          means: 'The account exists and is suspended: it takes no mail.',
          next: 'Restore the account, or tell the sender whom to write to.',
        },
        {
          id: 'found',
          words: { any: ['^first name: *', '^full name: *', '^whocanpostmessage: *', 'group settings:'] },
          names: 'recipient',
          observation: 'directory-object:found',
          means: 'A user or group has the address.',
          next: 'Go on with the next step: something else refuses.',
        },
        {
          id: 'missing',
          words: {
            all: ['user', 'group', 'does not exist'],
            none: ['^first name: *', '^full name: *', '^whocanpostmessage: *', 'group settings:'],
          },
          fromError: true,
          names: 'recipient',
          observation: 'directory-object:missing',
          means: 'Neither a user nor a group has the address.',
          next: 'Tell the sender the right address, or add it as an alias.',
        },
      ],
      sources: [gam('Addresses.md', '7a3b19b'), help('user and group search')],
    },
    {
      id: 'google-domain',
      title: 'Is the domain in the account?',
      why: 'Mail for a domain that the account does not have is refused as relaying.',
      where: 'GAM; or Admin console, Account, Domains, Manage domains',
      shell: 'any',
      command: 'gam info domain {domain}',
      test: 'accepted-domain',
      reasons: aboutTheDomain,
      answers: [
        {
          id: 'verified',
          words: { any: ['^verified: true'] },
          names: 'domain',
          observation: null,
          means: 'The account has the domain.',
          next: 'Look at Apps, Google Workspace, Gmail, Default routing: it says what becomes of unknown addresses.',
        },
        {
          id: 'unverified',
          words: { any: ['^verified: false'] },
          names: 'domain',
          observation: 'accepted-domain:missing',
          means: 'The domain was added and never verified, so it takes no mail.',
          next: 'Verify the domain in the Admin console.',
        },
        {
          id: 'missing',
          words: { any: ['does not exist', 'domain not found', 'resource not found'], none: ['^verified: *'] },
          fromError: true,
          names: 'domain',
          observation: 'accepted-domain:missing',
          means: 'The account does not have the domain.',
          next: 'Add the domain, or correct the MX records, which send its mail here.',
        },
      ],
      sources: [gam('Domains.md', '31e8ac1')],
    },
    {
      id: 'google-group-posting',
      title: 'Who may post to the group?',
      why: 'A group takes mail from members or the own domain only, unless it is opened to the public.',
      where: 'GAM; or groups.google.com, the group, Group settings, Who can post',
      shell: 'any',
      command: 'gam info group {recipient}',
      test: 'sender-restriction',
      reasons: aboutTheSender,
      answers: [
        {
          id: 'open',
          words: { any: ['^whocanpostmessage: anyone_can_post'] },
          observation: 'sender-restriction:open',
          means: 'Everybody may post to the group.',
          next: 'Go on with the next step.',
        },
        {
          id: 'closed',
          words: {
            any: [
              '^whocanpostmessage: all_in_domain_can_post',
              '^whocanpostmessage: all_members_can_post',
              '^whocanpostmessage: all_managers_can_post',
              '^whocanpostmessage: all_owners_can_post',
              '^whocanpostmessage: none_can_post',
            ],
          },
          observation: 'sender-restriction:closed',
          means: 'Only members, managers or people of the organisation may post to the group.',
          next: 'Let anyone post, or add the sender as a member, if that is wanted.',
        },
        {
          id: 'no-group',
          words: { any: ['does not exist'], none: ['^whocanpostmessage: *'] },
          fromError: true,
          observation: null,
          means: 'The address is no group.',
          next: 'Go on with the next step.',
        },
      ],
      sources: [
        {
          name: 'Google, Groups Settings API, whoCanPostMessage',
          url: 'https://developers.google.com/workspace/admin/groups-settings/v1/reference/groups',
          read: '2026-10',
          grade: 'believed',
        },
      ],
    },
    {
      id: 'google-email-log',
      title: 'Is the message in the email log?',
      why: 'The log shows what became of every message that was taken, and why others were rejected.',
      where: 'Admin console, Reporting, Email log search; paste the row or the details of the message',
      shell: 'console',
      command: 'Recipient: {recipient}[[; Sender: {sender}]][[; Message ID: {messageId}]]; from {start} to {end}',
      test: 'message-trace',
      reasons: worthATrace,
      answers: [
        {
          id: 'several',
          words: { all: ['delivered'], any: ['rejected', 'bounced', 'quarantined'] },
          observation: null,
          means: 'Some messages of these days were delivered and others were not.',
          next: 'Open the one message and paste its details.',
        },
        {
          id: 'blocked',
          words: { any: ['rejected', 'bounced', 'quarantined', 'marked spam', 'dropped'] },
          observation: 'message-trace:blocked',
          means: 'A filter or rule stopped the message.',
          next: 'The details of the message name the rule or the reason.',
        },
        {
          id: 'delivered',
          words: { any: ['delivered'], none: ['not delivered', 'undelivered', 'delivered: no', 'not been delivered'] },
          observation: 'message-trace:delivered',
          means: 'The message was delivered.',
          next: 'Have the recipient look into Spam, All Mail and their filters.',
        },
        {
          id: 'absent',
          words: { any: ['no results', 'no messages found', 'no matching messages', 'no data to display'] },
          observation: 'message-trace:absent',
          means: 'The log does not know the message: it was refused before it was taken, or went elsewhere.',
          next: 'Look whether days and addresses are right, then at the MX records.',
        },
      ],
      sources: [help('Email log search (answer 2604578)')],
    },
    {
      id: 'google-blocked-senders',
      title: 'Is the sender on a list of blocked senders?',
      why: 'The list refuses addresses and domains for the whole organisation, with words of its own.',
      where:
        'Admin console, Apps, Google Workspace, Gmail, Spam, phishing, and malware, Blocked senders; paste the address lists',
      shell: 'console',
      command: 'Look for {sender} and its domain',
      test: 'block-entry',
      reasons: [...aboutTheSender, ...byAFilter],
      answers: [
        {
          id: 'found',
          words: { any: ['{sender}', '{senderDomain}'] },
          observation: 'block-entry:found',
          means: 'The list names the sender.',
          next: 'Take the sender off the list if the mail is wanted.',
        },
        {
          id: 'none',
          words: { any: ['no blocked senders', 'no address lists', 'no rules'], none: ['{sender}', '{senderDomain}'] },
          observation: 'block-entry:none',
          means: 'Nobody is on a list of blocked senders.',
          next: 'Go on with the next step.',
        },
      ],
      sources: [help('Block messages from specific senders')],
    },
  ],
};
