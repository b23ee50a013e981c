import type { Action, Dimension, Kind, Owner, RateBand, Step } from '@whybounce/core';
import { duration, type Forms } from './figures.ts';

export { capital, clock, counted, duration, exactPercent, grouped, percent } from './figures.ts';

/** The two questions that every answer answers first. */
export const questions = {
  who: 'Who must act',
  resend: 'May I just resend?',
} as const;

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

/** What events are when they are counted. */
export const kindForms: Readonly<Record<Kind, Forms>> = {
  bounce: { one: 'bounce', other: 'bounces' },
  deferral: { one: 'deferral', other: 'deferrals' },
  delivery: { one: 'delivery', other: 'deliveries' },
  complaint: { one: 'complaint', other: 'complaints' },
  'auto-reply': { one: 'automatic answer', other: 'automatic answers' },
  challenge: { one: 'challenge', other: 'challenges' },
  other: { one: 'input that is no delivery event', other: 'inputs that are no delivery events' },
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

/** What a system does with an address, in a word. */
export const deedNames: Readonly<Record<Action['do'], string>> = {
  suppress: 'Stop mailing',
  hold: 'Hold',
  retry: 'Try again',
  fix: 'Repair first',
  ignore: 'Nothing to do',
};

/** How a bounce rate is judged. */
export const bandNames: Readonly<Record<RateBand['band'], string>> = {
  normal: 'normal',
  investigate: 'investigate',
  stop: 'stop sending until the cause is found',
  'not-enough-data': 'not enough data to judge',
};

/** By what mail is compared. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  domain: 'Domain',
  provider: 'Provider',
  campaign: 'Campaign',
  segment: 'List',
  sendingIp: 'Sending IP',
  sendingDomain: 'Sending domain',
};

/** What began to fail where no single rule did. */
export const allTogether: Readonly<Record<Step['kind'], string>> = {
  failure: 'all failures together',
  deferral: 'all deferrals together',
};

/** The bounce rate where no attempt was counted. */
export const unknownRate = 'unknown';
