import type { ObservationTest } from './define.ts';

/** What the sender knows of their own side. */
export const sendingTests = {
  volume: {
    from: 'sending',
    ask: 'Are you sending far more than in the last week?',
    how: "Compare today's volume with the mean of the last seven days.",
    effort: 1,
    yes: 'step',
    no: 'normal',
    outcomes: {
      step: 'Volume is more than three times the mean of the last seven days.',
      normal: 'Volume is as usual.',
    },
  },
  'sending-ip-age': {
    from: 'sending',
    ask: 'Is the sending IP address new to this work?',
    how: 'Look when the address sent its first mail for you.',
    effort: 1,
    yes: 'new',
    no: 'warm',
    outcomes: { new: 'The sending IP address is new.', warm: 'The sending IP address has sent for months.' },
  },
  'shared-ip': {
    from: 'sending',
    ask: 'Do you share the sending IP address with other customers of a sending platform?',
    how: 'Ask the platform whether your address is dedicated.',
    effort: 1,
    yes: 'yes',
    no: 'no',
    outcomes: { yes: 'The sending IP address is shared.', no: 'The sending IP address is your own.' },
  },
  'sender-change': {
    from: 'sending',
    ask: 'Did you change the sending platform, a DNS record or a key within the last days?',
    how: 'Look at your own changes of the last week.',
    effort: 1,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'Sending platform, DNS or keys were changed lately.',
      no: 'Nothing changed on the sending side.',
    },
  },
  login: {
    from: 'sending',
    ask: 'Does your program sign in at the server that it hands mail to?',
    how: 'Look at user name, port and authentication in the settings of the sending program.',
    effort: 1,
    yes: 'used',
    no: 'not-used',
    outcomes: {
      used: 'The sending program signs in.',
      'not-used': 'The sending program does not sign in.',
    },
  },
  'plain-message': {
    from: 'sending',
    ask: 'Is a plain message of one line, without links or attachments, accepted?',
    how: 'Send one line of bare text to the same recipient from the same server.',
    effort: 3,
    yes: 'accepted',
    no: 'refused',
    outcomes: {
      accepted: 'A bare text message is accepted.',
      refused: 'Even a bare text message is refused.',
    },
  },
  'connect-elsewhere': {
    from: 'sending',
    ask: 'Can your server reach other mail servers on port 25?',
    how: 'Connect from the sending server to port 25 of two unrelated mail servers.',
    effort: 2,
    yes: 'works',
    no: 'fails',
    outcomes: {
      works: 'Other mail servers can be reached from the sending server.',
      fails: 'The sending server reaches no mail server at all.',
    },
  },
  'message-sent': {
    from: 'sending',
    ask: 'Did you send the message that came back?',
    how: 'Search your log for its Message-ID.',
    effort: 1,
    yes: 'yes',
    no: 'no',
    outcomes: {
      yes: 'The message is your own.',
      no: 'Nobody of yours sent this message.',
    },
  },
  'account-abuse': {
    from: 'sending',
    ask: 'Did somebody else send through your account?',
    how: 'Look for sign-ins and messages that are not yours.',
    effort: 1,
    yes: 'yes',
    no: 'no',
    outcomes: { yes: 'The account sent mail that is not yours.', no: 'All mail of the account is yours.' },
  },
} as const satisfies Record<string, ObservationTest>;
