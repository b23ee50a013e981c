import type { VerdictClass } from './define.ts';

/** What those who explain a line take it for, as a heading and as a sentence. From the address outwards. */
export const verdictClasses: Readonly<Record<VerdictClass, { readonly name: string; readonly means: string }>> = {
  'dead-address': { name: 'Dead address', means: 'The address does not exist.' },
  'stale-directory': {
    name: 'Stale directory',
    means: 'The address lives, and the directory that was asked has not learnt of it.',
  },
  'recipient-side-policy': {
    name: 'Rule of the receiver',
    means: 'A rule or filter of the receiving side refused it.',
  },
  'blocked-sender': { name: 'Blocked sender', means: 'The sender is blocked.' },
  routing: { name: 'Wrong route', means: 'The mail went to a server that does not serve the domain.' },
  'no-answer': { name: 'No answer', means: 'The host did not answer: what the registry says of the code.' },
  'no-single-cause': { name: 'No single cause', means: 'Several causes are named, and none of them first.' },
};
