import type { BounceEvent } from '@whybounce/core';
import { parseIp } from '@whybounce/core/record';
import type { CheckOffer } from '../shapes.ts';
import { type CheckField, type CheckKind, questionPath } from './question.ts';

/**
 * The checks that can be asked for about a failure, with the few values that they need: domains, hosts and addresses of
 * machines. Neither the mail nor what stands left of an `@` is ever among them: it names a person.
 */
export function checkOffers({ recipient, remoteMta, sendingMta, sender }: BounceEvent): readonly CheckOffer[] {
  const domain = domainOf(recipient);
  const ip = ipOf(sendingMta.ip);
  return [
    ...(domain === null ? [] : [offer('domain', { domain, refused: hostOf(remoteMta.host) ?? ipOf(remoteMta.ip) })]),
    ...(ip === null ? [] : [offer('ip', { ip, helo: hostOf(sendingMta.host), from: domainOf(sender) })]),
  ];
}

function offer(kind: CheckKind, given: Readonly<Partial<Record<CheckField, string | null>>>): CheckOffer {
  const values = (Object.entries(given) as [CheckField, string | null][]).flatMap(([field, value]) =>
    value === null ? [] : [{ field, value }],
  );
  const fields = Object.fromEntries(values.map(({ field, value }) => [field, value]));
  return { kind, href: questionPath({ kind, fields }), values };
}

function domainOf(address: string | null): string | null {
  const at = address?.lastIndexOf('@') ?? -1;
  return address === null || at < 0 ? null : hostOf(address.slice(at + 1));
}

/** Longest name of the DNS (RFC 1035 section 2.3.4). */
const MAX_NAME = 253;

/** A name as the DNS can have it, internationalised ones too; null for what only stands where a name should. */
function hostOf(text: string | null): string | null {
  const name = text?.replace(/\.$/, '').toLowerCase() ?? '';
  return name.length <= MAX_NAME &&
    /^(?:[\p{L}\p{M}\p{N}_-]{1,63}\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u.test(name) &&
    parseIp(name) === null
    ? name
    : null;
}

function ipOf(text: string | null): string | null {
  return text !== null && parseIp(text) !== null ? text : null;
}
