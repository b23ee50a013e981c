import type { Action, BounceEvent, Owner } from '@whybounce/core';

/** Owners as people call them. */
export const ownerNames: Readonly<Record<Owner, string>> = {
  sender: 'you, the sender',
  'sending-platform': 'your sending platform',
  'receiving-platform': 'the receiving provider',
  'recipient-admin': "the receiving side's mail administrator",
  recipient: 'the recipient',
  nobody: 'nobody: it settles by itself',
};

/** What an event is, in a word or two. */
export const kindNames: Readonly<Record<BounceEvent['kind'], string>> = {
  bounce: 'Bounced',
  deferral: 'Not yet delivered',
  delivery: 'Delivered',
  complaint: 'Complaint',
  'auto-reply': 'Automatic answer',
  challenge: 'Challenge',
  other: 'No delivery event',
};

/** What to do with the address, as an imperative. */
export function deedSentence(action: Pick<Action, 'do' | 'retryAfter' | 'then'>): string {
  switch (action.do) {
    case 'suppress':
      return 'Stop mailing this address.';
    case 'hold':
      return action.retryAfter === null
        ? 'Hold this address: neither mail it nor delete it yet.'
        : `Hold this address, try once more after ${duration(action.retryAfter)}${action.then === 'suppress' ? ', and stop mailing it if that is refused too' : ''}.`;
    case 'retry':
      return `Try again${action.retryAfter === null ? '' : ` after ${duration(action.retryAfter)}`}; keep the address.`;
    case 'fix':
      return 'Repair the cause first, then send again; keep the address.';
    case 'ignore':
      return 'Nothing needs doing.';
  }
}

/** Seconds in the largest unit that fits. */
export function duration(seconds: number): string {
  const [size, unit] =
    seconds >= 172_800
      ? [86_400, 'day']
      : seconds >= 7_200
        ? [3_600, 'hour']
        : seconds >= 120
          ? [60, 'minute']
          : [1, 'second'];
  const count = Math.round(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How many there are of something: `1 rule`, `2 rules`. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
