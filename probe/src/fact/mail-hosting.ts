import { isDetermined } from '@whybounce/core/dns';
import { groupMailHosts, type MailHosting } from '@whybounce/core/mail-host';
import type { CheckContext } from '../check/context.ts';
import { addressIn } from './address-literal.ts';
import { fact } from './fact.ts';
import { mailServers } from './mail-servers.ts';

/** Who takes the mail of the subject's domain by its MX records; null where these are not known or name nobody. */
export const mailHosting = fact(async (context: CheckContext): Promise<MailHosting | null> => {
  const { answer, route } = await mailServers(context);
  if (route !== 'mx' || !isDetermined(answer)) return null;
  const domain = context.subject.domain as string;
  // neither a null MX beside others (RFC 7505 section 3) nor an address is anybody's server
  const named = answer.records.filter(
    ({ exchange }) => exchange !== '.' && exchange !== '' && addressIn(exchange, domain) === null,
  );
  return named.length === 0 ? null : groupMailHosts(domain, named);
});
