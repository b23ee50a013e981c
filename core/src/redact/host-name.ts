import { isAscii } from '../message/byte-string.ts';

/** RFC 1035 section 2.3.4. */
export const MAX_HOST = 255;

/** Second labels under which registries of countries register: `co.uk`, `com.br`, `ne.jp`. */
const registrySecondLevels = new Set(
  'ac ad co com ed edu go gob gov gr id info ltd me mil ne net nic nom or org plc sch web'.split(' '),
);

/** Top labels that no registry gives out (RFC 2606, 6761, 8375 and custom): they tell of an internal or false name. */
const internalTops = new Set('local localdomain lan internal intranet corp home invalid test'.split(' '));

/**
 * The part of a host name that belongs to one organisation: two labels, or three below `co.uk` and its like. Without
 * a public suffix list it may take too much together, never tear a name apart.
 *
 * @param host lower case, two labels or more
 */
export function organisationOf(host: string): string {
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isRegistry = top.length === 2 && labels.length > 2 && registrySecondLevels.has(second);
  return labels.slice(isRegistry ? -3 : -2).join('.');
}

/** The top label that the pseudonym of a domain ends in: `.local` and its like tell what went wrong, all else does not. */
export function pseudonymTop(organisation: string): string {
  const top = organisation.slice(organisation.lastIndexOf('.') + 1);
  return internalTops.has(top) ? top : 'example';
}

/** Whether a label can be the last of a name that is no number: letters, or an A-label. */
export function isTopLabel(label: string): boolean {
  return /^(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59}|\P{ASCII}[^\s.]{0,62})$/u.test(label);
}

/** One form for all ways to write a name: lower case, no dot at the end, A-labels. */
export function canonicalHost(host: string): string {
  const lower = host.toLowerCase().replace(/\.$/, '');
  if (isAscii(lower) || lower.length > MAX_HOST) return lower;
  try {
    return new URL(`http://${lower.normalize('NFC')}/`).hostname || lower;
  } catch {
    return lower;
  }
}
