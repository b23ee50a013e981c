import { formatCidr, parseCidr } from '../ip/index.ts';
import { parseTerm } from './parse-term.ts';
import type { SpfMechanism } from './record.ts';

/** Who is to be allowed to send; exactly one of the keys. */
export type SpfSender =
  /** Whoever the SPF record of another domain allows: what a service tells its customers to include. */
  | { readonly include: string }
  /** An address or range: `192.0.2.1`, `2001:db8::/32`. */
  | { readonly ip: string }
  /** The addresses of a host; null for the domain itself. */
  | { readonly a: string | null }
  /** The mail servers of a domain; null for the domain itself. */
  | { readonly mx: string | null }
  /** A mechanism as it is to stand in the record: `exists:%{i}._spf.example.com`. */
  | { readonly term: string };

/**
 * The mechanism that allows a sender.
 *
 * @param option how the caller knows it, for the message: `add[0]`
 * @throws RangeError for what is no range, name or term
 */
export function mechanismFor(sender: SpfSender, option: string): SpfMechanism {
  const text = textFor(sender, option);
  const faults: string[] = [];
  const term = parseTerm(text, 0, (_code, _span, says, fix) => faults.push(`${says} ${fix ?? ''}`.trim()));
  if (term?.kind === 'mechanism' && term.name !== 'all' && faults.length === 0) return term;
  const [key = 'term', value] = Object.entries(sender)[0] ?? [];
  throw new RangeError(
    `${option}.${key} is ${JSON.stringify(value)}: ${faults[0] ?? 'give a mechanism such as include:_spf.example.com'}`,
  );
}

function textFor(sender: SpfSender, option: string): string {
  if ('ip' in sender) {
    const cidr = parseCidr(sender.ip.trim());
    if (cidr === null)
      throw new RangeError(
        `${option}.ip is ${JSON.stringify(sender.ip)}: give an address or range, such as 192.0.2.1 or 2001:db8::/32`,
      );
    return `ip${cidr.family}:${formatCidr(cidr)}`;
  }
  if ('term' in sender) return sender.term.trim();
  if ('include' in sender) return `include:${sender.include.trim()}`;
  const [name, value] = 'a' in sender ? ['a', sender.a] : ['mx', sender.mx];
  return value === null ? name : `${name}:${value.trim()}`;
}
