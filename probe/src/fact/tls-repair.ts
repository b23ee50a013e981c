import { mailHostOf } from '@whybounce/core/mail-host';
import { organizationalDomain } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';

/**
 * The provider that alone can repair a mail server; null where it is the domain's own, or nobody is known by its name.
 * A customer can neither install a certificate there nor change a setting.
 */
export function repairerOf({ subject: { domain } }: CheckContext, host: string): string | null {
  const provider = mailHostOf(host);
  if (provider === null || provider.kind === 'none' || provider.kind === 'placeholder') return null;
  const own = domain === null ? null : organizationalDomain(domain);
  return own !== null && own === organizationalDomain(host) ? null : provider.name;
}
