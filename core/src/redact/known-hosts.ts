import { ruleTable } from '@whybounce/knowledge';
import { pageHosts } from '../generated/page-hosts.ts';
import { HostIndex } from '../match/host-index.ts';
import { ruleHosts } from './vocabulary.ts';

/** Labels that say what a host is for, not whose it is. */
const serviceLabels = new Set(
  `aspmx docs eo ess go gslb help in inbound inbound-smtp l learn mail mta mx mx0 mx00 mx01 mx1 mx2 mx3 msg nc olc out outbound
  pop postmaster prod protection relay sender senders smtp smtp-in smtp-out smtpin support sys www`.split(/\s+/),
);

/** `EURP190`, `eurprd02`, `eop-EUR01`, `bf1`, `us-west-2`: a region, forest or site of a large system. */
const site = /^(?:(?:eop-)?[a-z]{2,4}(?:prd)?\d{1,3}|[a-z]{2}-[a-z]{4,9}-\d)$/;

/** Hosts of large systems by which their reports are known, beside those that refuse mail. */
const reporters = [
  'google.com',
  'googlegroups.com',
  '1e100.net',
  'amazonaws.com',
  'awsapps.com',
  'in-addr.arpa',
  'ip6.arpa',
];

/** The length of the longest suffix known of a host. */
let suffixes: HostIndex | undefined;
let pages: ReadonlySet<string> | undefined;

function loadedSuffixes(): HostIndex {
  if (suffixes === undefined) {
    suffixes = new HostIndex();
    const systems = ruleTable.systems.flatMap(({ hosts, domains }) => [...hosts, ...domains]);
    for (const suffix of [...ruleHosts(), ...systems, ...reporters]) suffixes.add(suffix, suffix.length);
  }
  return suffixes;
}

/**
 * How much of a host name everybody may see since it is a mail system's own: `example-com.mail.protection.outlook.com`
 * keeps `mail.protection.outlook.com`, as its first label names a customer.
 *
 * @param host lower case
 * @returns the offset from which on the name is kept: 0 for all of it, -1 for nothing
 */
export function keptFrom(host: string): number {
  pages ??= new Set(pageHosts);
  if (pages.has(host)) return 0;
  const length = loadedSuffixes().find(host);
  if (length < 0) return -1;
  let from = host.length - length;
  while (from > 0) {
    const start = host.lastIndexOf('.', from - 2) + 1;
    const label = host.slice(start, from - 1);
    // the first label may be a customer's or a machine's, however like a site it looks
    if (!serviceLabels.has(label) && (start === 0 || !site.test(label))) break;
    from = start;
  }
  return from;
}
