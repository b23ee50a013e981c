import { type DnsClient, isDetermined } from '@whybounce/core/dns';
import { whyUnknown } from '../dns/dns-words.ts';

/** The addresses of a name; `no-name` where there is none, `could-not-resolve` where the DNS did not say. */
export type Resolved =
  | { readonly outcome: 'found'; readonly addresses: readonly string[] }
  | { readonly outcome: 'no-name' | 'could-not-resolve'; readonly detail: string };

/** Looks a host name up. Never throws for what servers do or fail to do. */
export type ResolveHost = (name: string) => Promise<Resolved>;

/** Looks names up with a DNS client: A first, as more machines can connect by IPv4. */
export function resolveWith(dns: DnsClient): ResolveHost {
  return async (name) => {
    const answers = await Promise.all([dns.query(name, 'A'), dns.query(name, 'AAAA')]);
    const addresses = answers.flatMap((answer) => answer.records);
    if (addresses.length > 0) return { outcome: 'found', addresses };
    const failed = answers.find((answer) => !isDetermined(answer));
    if (failed !== undefined)
      return {
        outcome: 'could-not-resolve',
        detail: `The look-up of ${failed.type} ${name} failed: ${whyUnknown(failed)}.`,
      };
    return {
      outcome: 'no-name',
      detail: answers.some((answer) => answer.status === 'no-data')
        ? `${name} exists in the DNS and has neither an A nor an AAAA record.`
        : `${name} does not exist in the DNS.`,
    };
  };
}
