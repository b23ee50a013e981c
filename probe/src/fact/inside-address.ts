import { addressRange, isInsideAddress } from '../address-guard.ts';
import { notApplicable, type Verdict } from '../check/define.ts';

/** One that is meant for many machines sends nothing either. */
const OF_MANY: ReadonlySet<string> = new Set(['multicast', 'broadcast']);

/** What is said of an address that no receiver on the internet can see a connection from; null for all others. */
export function ofInsideAddress(ip: string): Verdict | null {
  if (isInsideAddress(ip) !== true && !OF_MANY.has(addressRange(ip))) return null;
  return notApplicable(`${ip} is no address of the internet, so no receiver sees mail come from it.`, {
    seen: [{ of: 'Sending address', value: ip }],
  });
}
