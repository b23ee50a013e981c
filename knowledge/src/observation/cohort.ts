import type { ObservationTest } from './define.ts';

/** What happened to other mail at the same time: each narrows down whose fault it can be. */
export const cohortTests = {
  'control-recipient-same-domain': {
    from: 'cohort',
    ask: 'Did another address at the same domain accept mail from you on the same day?',
    how: 'Send to an address at the domain that is known to work, or look one up in your log.',
    effort: 2,
    yes: 'accepted',
    no: 'refused',
    outcomes: {
      accepted: 'Other addresses at the domain accept mail.',
      refused: 'Every address tried at the domain is refused.',
    },
  },
  'other-domains-same-provider': {
    from: 'cohort',
    ask: 'Do other domains at the same mail provider refuse you too, addresses that worked before among them?',
    how: 'Look in your log at mail to other domains behind the same provider within the last hours.',
    effort: 2,
    yes: 'refused',
    no: 'accepted',
    outcomes: {
      accepted: 'Other domains at the same provider accept mail.',
      refused: 'Several unrelated domains at the same provider refuse.',
    },
  },
  'other-providers': {
    from: 'cohort',
    ask: 'Do mailboxes at other providers refuse the same mail too?',
    how: 'Compare the refusals by provider within the last hours.',
    effort: 2,
    yes: 'refused',
    no: 'accepted',
    outcomes: {
      accepted: 'Mailboxes at other providers accept.',
      refused: 'Unrelated providers refuse as well.',
    },
  },
  'campaign-spread': {
    from: 'cohort',
    ask: 'Does only one campaign or kind of message bounce?',
    how: 'Compare the bounce rate of this campaign with that of your other mail to the same domains.',
    effort: 2,
    yes: 'only-this',
    no: 'every-kind',
    outcomes: {
      'only-this': 'Only this campaign is refused; other mail to the same places goes through.',
      'every-kind': 'Every kind of message is refused alike.',
    },
  },
  'second-ip': {
    from: 'cohort',
    ask: 'Does the same mail go through from another of your IP addresses?',
    how: 'Compare the refusals by sending IP address, or send once from another one.',
    effort: 3,
    yes: 'accepted',
    no: 'refused',
    outcomes: {
      accepted: 'From another IP address the same mail is accepted.',
      refused: 'It is refused from every IP address.',
    },
  },
  'list-segment': {
    from: 'cohort',
    ask: 'Are the dead addresses spread over many domains, all from one list or import?',
    how: 'Group the refused addresses by where they came from.',
    effort: 2,
    yes: 'one-import',
    no: 'scattered',
    outcomes: {
      'one-import': 'Single addresses at many domains are refused, most from one import.',
      scattered: 'The refused addresses have no list in common.',
    },
  },
  'other-platform-codes': {
    from: 'cohort',
    ask: 'Does the same provider also refuse you with other codes (blocks, rate limits) in these hours?',
    how: 'Look for further refusals of the provider in the log of the last day: blocks, lists, limits.',
    effort: 2,
    yes: 'blocks',
    no: 'none',
    outcomes: {
      blocks: 'The same provider blocks or slows down other mail from you in the same hours.',
      none: 'The provider has no other complaint about your mail.',
    },
  },
} as const satisfies Record<string, ObservationTest>;
