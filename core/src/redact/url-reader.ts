import { isRun, isWord } from './character.ts';
import { canonicalHost } from './host-name.ts';
import { canonicalIpv4 } from './ip-address.ts';
import { keptFrom } from './known-hosts.ts';
import type { Scan } from './scan.ts';

/**
 * Reads an address on the web. The page of a known host is looked at like all other text; of others nothing is left.
 *
 * @param authority offset behind `://`
 * @returns where to go on
 */
export function readUrl(scan: Scan, authority: number): number {
  const text = scan.text;
  let end = authority;
  while (isUrlSign(text.charCodeAt(end))) end++;
  while (end > authority && /[.,;:!?)'*\]}]/.test(text[end - 1] ?? '')) end--;
  const length = text.slice(authority, end).search(/[/?#]/);
  const hostEnd = length < 0 ? end : authority + length;
  const at = text.slice(authority, hostEnd).lastIndexOf('@');
  const hostStart = at < 0 ? authority : authority + at + 1;
  if (at >= 0) scan.add(authority, hostStart - 1, 'user', text.slice(authority, hostStart - 1));
  const port = /:\d{1,5}$/.exec(text.slice(hostStart, hostEnd))?.[0].length ?? 0;
  const host = text.slice(hostStart, hostEnd - port);
  if (host === '') return authority;
  if (host.startsWith('[') || canonicalIpv4(host) !== null) {
    const [from, to] = host.startsWith('[') ? [hostStart + 1, hostEnd - port - 1] : [hostStart, hostEnd - port];
    scan.ip(from, to, text.slice(from, to));
  } else if (keptFrom(canonicalHost(host).slice(0, 255)) >= 0 && host.length <= 255) {
    scan.host(hostStart, hostEnd - port);
    // what stands in its path is looked at like all other text
    scan.pageEnd = end;
    return hostEnd;
  } else scan.host(hostStart, hostEnd - port);
  addLink(scan, hostEnd, end);
  return Math.max(end, hostEnd);
}

/** Path and query of somebody's own page. */
export function addLink(scan: Scan, start: number, end: number): void {
  let from = start;
  while (from < end && !isWord(scan.text.charCodeAt(from))) from++;
  if (from < end) scan.add(start + 1, end, 'link', scan.text.slice(start + 1, end));
}

/** What a web address consists of: all but blanks, quotes and angle brackets. */
function isUrlSign(code: number): boolean {
  return (
    isRun(code) ||
    code === 0x3a ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x5b ||
    code === 0x5d
  );
}
