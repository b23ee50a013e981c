import type { Cause } from './define.ts';
import { judgement, rfc } from './grounds.ts';

/** What stands behind a report that is no refusal. */
export const noticeCauses = {
  'mail-delivered': {
    says: 'The message was delivered or passed on.',
    owner: 'nobody',
    steps: ['Nothing needs doing.'],
    verify: 'The report itself says so.',
    evidence: {},
    sources: [rfc(3464, 'section 2.3.3')],
  },
  'person-away': {
    says: 'The person set an automatic answer; the message did arrive.',
    owner: 'nobody',
    steps: ['Nothing needs doing.'],
    verify: 'The answer itself says so.',
    evidence: {},
    sources: [rfc(3834, 'automatic responses')],
  },
  'sender-to-be-confirmed': {
    says: 'The receiver wants a proof that a person wrote this.',
    owner: 'sender',
    steps: ['Answer the challenge by hand if you want to reach this person.'],
    verify: 'The message is released.',
    evidence: {},
    sources: [judgement],
  },
  'person-subscribed': {
    says: 'The person wants to get these messages.',
    owner: 'sender',
    steps: ['Handle it as your list does.'],
    verify: 'The address is on the list.',
    evidence: {},
    sources: [judgement],
  },
} as const satisfies Record<string, Cause>;
