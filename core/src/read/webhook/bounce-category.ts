import type { ReasonId } from '@whybounce/knowledge';
import { wordOf } from './json.ts';

/**
 * Category words that several senders share (PowerMTA's `bad-mailbox`, Elastic Email's `NoMailbox`, Mandrill's
 * `bad_mailbox`, UniOne's `err_user_unknown`), without case and punctuation. Words as wide as `hard`, `soft`,
 * `general`, `undeliverable` or `inactive domain` are left out on purpose: they say nothing about the mailbox.
 */
const CATEGORIES: ReadonlyMap<string, ReasonId> = new Map<string, ReasonId>([
  ['badmailbox', 'recipient.unknown'],
  ['nomailbox', 'recipient.unknown'],
  ['erruserunknown', 'recipient.unknown'],
  ['inactivemailbox', 'recipient.disabled'],
  ['erruserinactive', 'recipient.disabled'],
  ['baddomain', 'recipient.domain-unknown'],
  ['invaliddomain', 'recipient.domain-unknown'],
  ['mailboxfull', 'recipient.over-quota'],
  ['quotaissues', 'recipient.over-quota'],
  ['errmailboxfull', 'recipient.over-quota'],
  ['spam', 'content.spam'],
  ['spamrelated', 'content.spam'],
  ['contentrelated', 'content.spam'],
  ['contentfilter', 'content.spam'],
  ['errspamrejected', 'content.spam'],
  ['virusrelated', 'content.virus'],
  ['policyrelated', 'policy.generic'],
  ['blacklisted', 'reputation.low'],
  ['greylisted', 'rate.greylist'],
  ['throttled', 'rate.messages'],
  ['timeout', 'route.expired'],
  ['messageexpired', 'route.expired'],
  ['noanswerfromhost', 'route.no-answer'],
  ['badconnection', 'route.no-answer'],
  ['connectionproblem', 'route.no-answer'],
  ['connectionterminated', 'route.no-answer'],
  ['errunreachable', 'route.no-answer'],
  ['relayingissues', 'route.relay-denied'],
  ['dnsproblem', 'route.dns-temporary'],
  ['protocolerrors', 'host.protocol'],
  ['spfproblem', 'auth.spf'],
  ['messagetoobig', 'content.too-big'],
  ['errtoolarge', 'content.too-big'],
  ['errunsubscribed', 'suppressed.by-esp'],
  ['errskipletter', 'suppressed.by-esp'],
  ['suppressed', 'suppressed.by-esp'],
  ['suppression', 'suppressed.by-esp'],
]);

/** The reason that a sender's category word states, or null where it states none. */
export function categoryHint(category: string | null): ReasonId | null {
  return CATEGORIES.get(wordOf(category)) ?? null;
}
