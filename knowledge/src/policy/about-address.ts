import type { CauseId } from '../cause/index.ts';

/**
 * The only causes for which an address may be suppressed: they lie with the address or its domain, or
 * are the person's own wish, or the sending platform suppresses it anyway. No policy of an operator can
 * suppress for another one, as whoever blocks a sender says nothing about the address.
 */
export const aboutAddress: readonly CauseId[] = [
  'account-closed',
  'account-suspended-for-now',
  'address-does-not-exist',
  'address-malformed',
  'domain-gone',
  'domain-mistyped',
  'domain-takes-no-mail',
  'mailbox-abandoned',
  'mailbox-full-for-now',
  'mailbox-moved',
  'on-platform-suppression-list',
  'recipient-blocked-sender',
  'recipient-complained',
  'recipient-unsubscribed',
];
