import { normalName } from '../../dns/index.ts';

/** Why a value of `mx` names no mail server. */
export type MxPatternFault =
  | 'empty'
  | 'address'
  | 'several'
  | 'url'
  | 'final-dot'
  | 'leading-dot'
  | 'wildcard'
  | 'not-ascii'
  | 'bad-name';

/** Longest label and name in octets (RFC 1035 section 2.3.4). */
const [MAX_LABEL, MAX_NAME] = [63, 253];
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/**
 * Whether a value of `mx` is a host name in A-labels, or `*.` and one (RFC 8461 section 3.2: `["*."] Domain`).
 *
 * @returns null where it is, else why not
 */
export function mxPatternFault(value: string): MxPatternFault | null {
  if (value === '') return 'empty';
  if (/[,;\s]/.test(value)) return 'several';
  if (/^[0-9.]+$/.test(value) || /^\[/.test(value) || /^[0-9a-f]*:[0-9a-f:.]*$/i.test(value)) return 'address';
  if (/[/@:]/.test(value)) return 'url';
  if (/[^\x21-\x7e]/.test(value)) return 'not-ascii';
  if (value.startsWith('.')) return 'leading-dot';
  if (value.endsWith('.')) return 'final-dot';
  const name = value.startsWith('*.') ? value.slice(2) : value;
  if (name.includes('*')) return 'wildcard';
  const labels = name.split('.');
  const whole = name.length <= MAX_NAME && labels.every((label) => label.length <= MAX_LABEL && LABEL.test(label));
  return whole ? null : 'bad-name';
}

/**
 * Whether a policy's `mx` pattern allows a mail server: the same name, or for `*.example.com` exactly one label before
 * `example.com` (RFC 8461 section 4.1, RFC 6125 section 6.4.3). Upper and lower case are the same. A pattern that is
 * none allows nothing.
 *
 * @param host from the MX record, in A-labels, with or without the final dot
 */
export function matchesMx(pattern: string, host: string): boolean {
  if (mxPatternFault(pattern) !== null) return false;
  const [wanted, name] = [pattern.toLowerCase(), normalName(host)];
  if (!wanted.startsWith('*.')) return wanted === name;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot + 1) === wanted.slice(2);
}

/** The mail servers that no pattern allows: with `enforce`, senders deliver nothing to them. */
export function uncoveredMx(patterns: readonly string[], hosts: readonly string[]): string[] {
  return hosts.filter((host) => !patterns.some((pattern) => matchesMx(pattern, host)));
}
