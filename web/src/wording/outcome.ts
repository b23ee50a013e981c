import type { Action, Kind, Owner } from '@whybounce/core';

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
export const kindNames: Readonly<Record<Kind, string>> = {
  bounce: 'Bounced',
  deferral: 'Not yet delivered',
  delivery: 'Delivered',
  complaint: 'Complaint',
  'auto-reply': 'Automatic answer',
  challenge: 'Challenge',
  other: 'No delivery event',
};

/** What events are when they are counted: one, several. */
export const kindCounts: Readonly<Record<Kind, readonly [string, string]>> = {
  bounce: ['bounce', 'bounces'],
  deferral: ['deferral', 'deferrals'],
  delivery: ['delivery', 'deliveries'],
  complaint: ['complaint', 'complaints'],
  'auto-reply': ['automatic answer', 'automatic answers'],
  challenge: ['challenge', 'challenges'],
  other: ['input that is no delivery event', 'inputs that are no delivery events'],
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

/** Whether one may just send again, in a word or two. */
export function resendWords(action: Pick<Action, 'do' | 'retryAfter'>): string {
  switch (action.do) {
    case 'suppress':
      return 'No';
    case 'hold':
      return 'Not yet';
    case 'retry':
      return action.retryAfter === null ? 'Yes, a little later' : `Yes, after ${duration(action.retryAfter)}`;
    case 'fix':
      return 'Not before it is repaired';
    case 'ignore':
      return 'No need to';
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
  return counted(Math.round(seconds / size), unit);
}

/** A whole number with its thousands apart: `12,345`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** How many there are of something: `1 rule`, `2 rules`. */
export function counted(number: number, what: string): string {
  return `${grouped(number)} ${what}${number === 1 ? '' : 's'}`;
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A share of 1 as whole per cent. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What a system does with an address, in a word. */
export const deedNames: Readonly<Record<Action['do'], string>> = {
  suppress: 'Stop mailing',
  hold: 'Hold',
  retry: 'Try again',
  fix: 'Repair first',
  ignore: 'Nothing to do',
};
