import { isDetermined } from '@whybounce/core/dns';
import { mailHostOf } from '@whybounce/core/mail-host';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { isVerificationHost } from '../../fact/verification-host.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.m365_token_leftover',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'No proof of ownership is left among the MX records',
  about:
    'Microsoft 365 can let a domain prove its owner by an MX record such as "ms12345678.msv1.invalid". It takes no mail; a sender that finds the others busy tries it and may give up for good.',
  remedy: 'Remove the MX record that ends in msv1.invalid: a TXT record proves the same.',
  source:
    'https://learn.microsoft.com/en-us/microsoft-365/admin/get-help-with-domains/create-dns-records-at-any-dns-hosting-provider',
  async run({ subject, dns }) {
    const domain = subject.domain as string;
    const answer = await dns.query(domain, 'MX');
    const seen = [seenAnswer(answer)];
    if (!isDetermined(answer))
      return undetermined(`The MX records of ${domain} could not be read: ${whyUnknown(answer)}.`, { seen });
    if (answer.records.length === 0) return notApplicable(`${domain} has no MX record.`, { seen });
    const left = answer.records.filter(({ exchange }) => isVerificationHost(exchange));
    if (left.length === 0 && !answer.records.some(({ exchange }) => isOfMicrosoft(exchange)))
      return notApplicable(`${domain} names no server of Microsoft 365, nor a proof of ownership for it.`, { seen });
    if (left.length === 0) return pass(`The MX records of ${domain} hold no proof of ownership.`, { seen });
    const names = listed(left.map(({ preference, exchange }) => `"MX ${preference} ${exchange}"`));
    const fix = `Remove ${names} from ${domain}. If Microsoft 365 still asks for a proof, publish the TXT record that it shows (MS=ms…) instead.`;
    const real = answer.records.filter((record) => !left.includes(record));
    const best = Math.min(...left.map(({ preference }) => preference));
    // as a last resort it is met only when all others are busy; before or beside them by every sender
    if (real.length > 0 && real.every(({ preference }) => preference < best))
      return warn(
        `${names} ${left.length === 1 ? 'proves' : 'prove'} who owns ${domain} and ${left.length === 1 ? 'takes' : 'take'} no mail. It is tried when all other servers are busy.`,
        {
          seen,
          fix,
          severity: 'low',
        },
      );
    return fail(
      `${names} ${left.length === 1 ? 'proves' : 'prove'} who owns ${domain} and ${left.length === 1 ? 'takes' : 'take'} no mail, yet senders try it ${real.length === 0 ? 'as the only server' : 'before or beside the real ones'}.`,
      { seen, fix, severity: real.length === 0 ? 'critical' : 'medium' },
    );
  },
});

/** The clouds of single countries are families of their own. */
const isOfMicrosoft = (host: string): boolean => /^microsoft(?:-|$)/.test(mailHostOf(host)?.family ?? '');
