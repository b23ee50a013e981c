import type { Owner } from '../vocabulary/action.ts';
import type { OwnerWords } from './define.ts';

/** What is asked of whom. `lead` and `ask` make one sentence; `{system}` and `{domain}` are filled in. */
export const ownerWords: Readonly<Record<Owner, OwnerWords>> = {
  sender: {
    lead: 'The sending side has to act first: please',
    ask: 'have whoever runs the sending mail server read the facts below and repair what they name.',
  },
  'sending-platform': {
    lead: 'Please pass this on to the support of the service that sends the mail, and ask them to',
    ask: 'find out from the facts below why the message was not handed on.',
  },
  'receiving-platform': {
    lead: 'Please pass this on to the postmaster of {system}, and ask them to',
    ask: 'look up the refusal with the facts below and say what has to change for mail to be accepted.',
  },
  'recipient-admin': {
    lead: 'Please pass this on to the people who run the mail of {domain}, and ask them to',
    ask: 'look up the message with the facts below and say why it was not accepted.',
  },
  recipient: {
    lead: 'Please ask the recipient, by telephone or another way, to',
    ask: 'look into their mailbox settings, or to pass this on to the people who run their mail.',
  },
  nobody: {
    lead: 'Nothing has to be done now:',
    ask: 'the sending server tries again by itself, and the facts below are for the case that it keeps failing.',
  },
};
