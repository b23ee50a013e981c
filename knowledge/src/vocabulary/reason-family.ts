import type { ReasonId } from './reason.ts';

/** What stands before the dot of a reason: `recipient` of `recipient.unknown`. */
export type ReasonFamily = ReasonId extends `${infer Family}.${string}` ? Family : never;

/** The families of reasons as headings, in the order of the vocabulary. */
export const reasonFamilies: Readonly<Record<ReasonFamily, string>> = {
  recipient: 'The address and its mailbox',
  route: 'The way to the mailbox',
  host: 'The receiving server',
  auth: 'SPF, DKIM, DMARC and signing in',
  tls: 'Encryption',
  dns: 'Names of the sending server and domain',
  reputation: 'Reputation and blocklists',
  rate: 'Too much at once',
  content: 'The message itself',
  policy: 'Rules of the receiving side',
  suppressed: 'Held back by the sending platform',
  notice: 'Notices that are no refusal',
  unknown: 'Not said',
};

/** The family of a reason. */
export function familyOf(reason: ReasonId): ReasonFamily {
  return reason.slice(0, reason.indexOf('.')) as ReasonFamily;
}
