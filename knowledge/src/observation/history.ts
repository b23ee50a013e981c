import type { ObservationTest } from './define.ts';

/** What is known of this address from before. */
export const historyTests = {
  'address-history': {
    from: 'history',
    ask: 'Was mail to this address accepted before?',
    how: 'Search your log or your list for the last delivery to the address.',
    effort: 1,
    outcomes: {
      'accepted-this-week': 'Mail to this address was accepted within the last seven days.',
      'accepted-before': 'Mail to this address was accepted before, longer than a week ago.',
      'never-accepted': 'No mail to this address was ever accepted.',
    },
  },
  'address-age': {
    from: 'history',
    ask: 'How long has the address been on your list, or existed?',
    how: 'Look at the date on which the address came to you.',
    effort: 1,
    outcomes: {
      'under-two-days': 'The address was created or renamed within the last two days.',
      'under-a-year': 'The address has been known for less than a year.',
      'over-a-year': 'The address has been known for more than a year.',
    },
  },
  engagement: {
    from: 'history',
    ask: 'Did the person answer, open or click lately?',
    how: 'Look at the last sign of life from this address.',
    effort: 1,
    yes: 'recent',
    no: 'none',
    outcomes: {
      recent: 'The person reacted within the last three months.',
      none: 'The person never reacted, or not for a year.',
    },
  },
  typo: {
    from: 'history',
    ask: 'Is the address one letter away from an address or domain that you know?',
    how: 'Compare it with known addresses of the same person and with common domains.',
    effort: 1,
    yes: 'likely',
    no: 'unlikely',
    outcomes: {
      likely: 'The address is one letter away from a known one.',
      unlikely: 'The address is written as the person gave it.',
    },
  },
  'list-source': {
    from: 'history',
    ask: 'Where does the address come from?',
    how: 'Look at how the address was collected.',
    effort: 1,
    outcomes: {
      imported: 'The address came with an imported, bought or old list.',
      confirmed: 'The person confirmed the address.',
    },
  },
  'second-try': {
    from: 'history',
    ask: 'What happened when you tried again two days later?',
    how: 'Try once more after 48 hours.',
    effort: 5,
    outcomes: {
      refused: 'The same was said again after two days.',
      accepted: 'A later message was accepted.',
    },
  },
  'full-for': {
    from: 'history',
    ask: 'How long has the mailbox been full?',
    how: 'Count the refusals of this kind for the address over the last weeks.',
    effort: 1,
    outcomes: {
      'first-time': 'This is the first time that the mailbox is full.',
      weeks: 'The mailbox has been full at least three times within 30 days.',
    },
  },
  'outage-for': {
    from: 'history',
    ask: 'For how long has the server been out of reach?',
    how: 'Look in the log for the first failed attempt and the last good one.',
    effort: 1,
    outcomes: {
      hours: 'The trouble began within the last hours.',
      days: 'Nothing got through for days.',
    },
  },
} as const satisfies Record<string, ObservationTest>;
