import { MAX_LABEL, MAX_NAME } from './limits.ts';

/** Whether a name can be asked for: no empty label, none over 63 octets, 253 in all (RFC 1035 section 2.3.4). */
export function isAskable(name: string): boolean {
  if (name.length === 0 || name.length > MAX_NAME) return false;
  let start = 0;
  for (;;) {
    const dot = name.indexOf('.', start);
    const length = (dot === -1 ? name.length : dot) - start;
    if (length === 0 || length > MAX_LABEL) return false;
    if (dot === -1) return true;
    start = dot + 1;
  }
}

/** Whether check_host() may begin with it: of two labels or more, and no address in brackets (RFC 7208 section 4.3). */
export function isMailDomain(name: string): boolean {
  return isAskable(name) && name.includes('.') && !name.startsWith('[');
}

/** Lower case, without the final dot. */
export function plainDomain(name: string): string {
  const lower = name.trim().toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Whether `name` is the domain or below it. */
export function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
