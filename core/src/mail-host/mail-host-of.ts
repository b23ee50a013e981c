import { type MailHost, mailHosts } from '@whybounce/knowledge/mail-host';
import { normalName } from '../dns/index.ts';
import { type HostPattern, hostPattern } from './host-pattern.ts';

/** Longest name there can be (RFC 1035 section 2.3.4): what is longer is looked up in nothing. */
const MAX_NAME = 253;

interface Indexed {
  readonly pattern: HostPattern;
  readonly host: MailHost;
  readonly except: readonly HostPattern[];
}

/** By the end of the name that is the same in all that a pattern matches; the most specific first. */
let byTail: ReadonlyMap<string, readonly Indexed[]> | undefined;

/**
 * Whose mail server this is, by its name. The most specific row wins, which puts a gateway's own name before its
 * company's.
 *
 * @param host as an MX record has it: in any case, with or without the final dot; `.` and nothing are the null MX
 * @returns null where nobody is known by that name
 */
export function mailHostOf(host: string): MailHost | null {
  const root = host === '' || host === '.';
  const name = normalName(host);
  if (name.length > MAX_NAME || (!root && /^\.|\.\.|\.$/.test(name))) return null;
  byTail ??= index();
  // the root as its pattern is read: two empty labels
  const labels = root ? ['', ''] : name.split('.');
  for (let at = 0; at < labels.length; at += 1) {
    for (const { pattern, host: row, except } of byTail.get(labels.slice(at).join('.')) ?? [])
      if (pattern.matches(labels) && !except.some((other) => other.matches(labels))) return row;
  }
  return null;
}

function index(): ReadonlyMap<string, readonly Indexed[]> {
  const found = new Map<string, Indexed[]>();
  for (const host of mailHosts) {
    const except = (host.except ?? []).map(hostPattern);
    for (const text of host.hosts) {
      const pattern = hostPattern(text);
      const beside = found.get(pattern.tail);
      if (beside === undefined) found.set(pattern.tail, [{ pattern, host, except }]);
      else beside.push({ pattern, host, except });
    }
  }
  for (const beside of found.values()) beside.sort((a, b) => b.pattern.weight - a.pattern.weight);
  return found;
}
