import type { Seen } from '@whybounce/core/check';
import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { type IpAddress, parseIp, reverseName, unmapped } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import { fact } from './fact.ts';
import { ofInsideAddress } from './inside-address.ts';

/** One name that an address has by its PTR records. */
export interface ReverseName {
  readonly name: string;
  readonly looked: DnsAnswer<'A'> | DnsAnswer<'AAAA'>;
  /** Whether the name leads back to the address; null where it could not be determined. */
  readonly leadsBack: boolean | null;
}

/** The names of the sending address. */
export interface ReverseNames {
  /** Where the PTR record stands: `1.2.0.192.in-addr.arpa`. */
  readonly at: string;
  readonly answer: DnsAnswer<'PTR'>;
  readonly names: readonly ReverseName[];
}

/** Who checks names looks at no more (RFC 8601 section 2.7.3, RFC 7208 section 4.6.4); we spend less still. */
const MAX_NAMES = 5;

/** The PTR records of the subject's address, and whether each name leads back to it. */
export const reverseNames = fact(async ({ subject, dns }: CheckContext): Promise<ReverseNames> => {
  const ip = unmapped(parseIp(subject.ip as string) as IpAddress);
  const at = reverseName(ip);
  const answer = await dns.query(at, 'PTR');
  const names = await Promise.all(
    [...new Set(answer.records)].slice(0, MAX_NAMES).map(async (name): Promise<ReverseName> => {
      const looked = await dns.query(name, ip.family === 4 ? 'A' : 'AAAA');
      const matches = looked.records.some((address) => isAddress(address, ip));
      return { name, looked, leadsBack: isDetermined(looked) ? matches : null };
    }),
  );
  return { at, answer, names };
});

/** Whether a text is the address, however it is written. */
function isAddress(text: string, { family, value }: IpAddress): boolean {
  const other = parseIp(text);
  return other !== null && other.family === family && other.value === value;
}

/** The names that the PTR records give, with the answer as evidence; a verdict where they are not known, or there are none. */
export async function namesToRead(
  context: CheckContext,
): Promise<{ readonly names: readonly string[]; readonly seen: readonly Seen[] } | Verdict> {
  const ip = context.subject.ip as string;
  const inside = ofInsideAddress(ip);
  if (inside !== null) return inside;
  const { answer } = await reverseNames(context);
  const seen = [seenAnswer(answer)];
  if (!isDetermined(answer))
    return undetermined(`The name of ${ip} could not be looked up: ${whyUnknown(answer)}.`, { seen });
  return answer.records.length === 0
    ? notApplicable(`${ip} has no name.`, { seen })
    : { names: [...new Set(answer.records)], seen };
}
