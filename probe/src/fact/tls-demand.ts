import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';
import { isReadable, mtaStsPolicy } from './mta-sts.ts';

/**
 * Whether senders look at the certificates of the mail servers at all. Without MTA-STS or DANE they encrypt with
 * whatever certificate there is (RFC 7435, RFC 3207 section 4.1).
 *
 * - `enforced`: by the MTA-STS policy: mail to a server with a wrong certificate is not delivered (RFC 8461 section 5);
 * - `tested`: they report what is wrong, and deliver;
 * - `none`: nobody asked them to, as far as could be told.
 */
export type CertificateDemand = 'enforced' | 'tested' | 'none';

/** What the domain's MTA-STS policy asks of its mail servers. */
export const certificateDemand = fact(async (context: CheckContext): Promise<CertificateDemand> => {
  const { domain, mailServer } = context.subject;
  // a server that is looked at alone takes mail of domains that are not known
  if (domain === null || mailServer !== null) return 'none';
  const policy = (await mtaStsPolicy(context))?.policy ?? null;
  const mode = policy !== null && isReadable(policy) ? policy.mode : null;
  return mode === 'enforce' ? 'enforced' : mode === 'testing' ? 'tested' : 'none';
});

/** What a wrong certificate costs, as words that follow a comma or semicolon. */
export const costOf: Readonly<Record<CertificateDemand, string>> = {
  enforced: 'the MTA-STS policy makes senders such as Gmail and Outlook deliver nothing to it',
  tested: 'once the MTA-STS policy is enforced, senders such as Gmail and Outlook deliver nothing to it',
  none: 'most senders encrypt all the same, but those that insist on a valid certificate do not deliver',
};
