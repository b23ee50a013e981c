import type { KnowledgeFile } from './knowledge-files.ts';

/** What in a text could be somebody's address, machine or domain. */

/** Addresses that may stand in the knowledge although their domain is real, and why. */
const knownAddresses: Readonly<Record<string, string>> = {
  'abuse@corp.mail.ru': 'role address that Mail.ru names in its refusals',
  'abuse_rbl@abuse-att.net': 'role address that AT&T names in its refusals',
  'blockedbyearthlink@abuse.earthlink.net': 'role address that EarthLink names in its refusals',
  'delist@messaging.microsoft.com': 'role address that Microsoft named in its refusals',
  'delist@microsoft.com': 'role address that Microsoft names in its refusals',
  'icloudadmin@apple.com': 'role address that Apple names on its postmaster page',
  'postmaster@emailsrvr.com': 'role address that Rackspace writes in its refusals',
  'toda@rx.t-online.de': 'role address of the postmasters of T-Online for dial-up addresses',
  'tobr@rx.t-online.de': 'role address that T-Online names in its refusals',
  'tosa@rx.t-online.de': 'role address that T-Online names in its refusals',
};

/** Ends of local parts that say that an address is made up; some words count only beside a provider's own domain. */
const madeUp = /\.example$/;

/** Numbers that look like an IP address, and what they are. */
const knownNumbers: Readonly<Record<string, string>> = {
  '2.3.19.1': 'version of Dovecot in Debian',
  '4.1.1.1': 'section of RFC 5321',
  '4.16.55.1': 'reason code of Yahoo',
  '4.16.56.1': 'reason code of Yahoo',
  '8.17.1.9': 'version of Sendmail in Debian',
};

/** Domains in proofs that belong to no system of the knowledge, and why they stand there. */
const knownDomains: Readonly<Record<string, string>> = {
  'aka.ms': 'short links of Microsoft, named in its refusals',
  'abuseat.org': 'the former home of the CBL list',
  'cr.yp.to': 'page of qmail on bare line feeds, named in refusals',
  'ethz.ch': 'home of Postgrey, named in its refusals',
  'ietf.org': 'home of the RFCs, named in refusals of Courier',
  'ixlab.de': 'home of NiX Spam, named in its refusals',
  'mail-abuse.com': 'former lists of Trend Micro',
  'mail-abuse.org': 'former lists of Trend Micro',
  'openspf.net': 'former home of SPF, named in refusals',
  'openspf.org': 'former home of SPF, named in refusals',
  'rambler-co.ru': 'servers of Rambler',
  'robtex.com': 'look-up page that policyd-weight names',
  'sendsizelimit.org': 'end of an error name of Exchange',
};

/** Ranges that nobody is reached under: documentation, this host, private, link-local, shared, benchmark, multicast and beyond. */
const unroutable =
  /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.|^(?:0|10|127|22[4-9]|23\d|24\d|25\d)\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^198\.1[89]\./;
const unroutable6 = /^(?:2001:0?db8|fe[89ab][0-9a-f]|f[cd][0-9a-f]{2}|ff[0-9a-f]{2}|::1?$)/i;

/** Names that never lead to anybody (RFC 2606, RFC 6761), and those inside a network. */
const reserved = /(?:^|\.)(?:example\.(?:com|net|org|edu)|example|invalid|test|localhost|local|arpa)$/i;

/** Fields whose text is a reply that somebody might have got. */
const proofFields = new Set(['matches', 'mustNotMatch', 'line', 'host']);

const address = /(?<![\p{L}\p{N}._%+=/-])[\p{L}\p{N}._%+=-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const dottedQuad = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g;
const colonHex = /(?:(?<=ipv6:)|(?<![\w:.]))[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}(?![\w:])/gi;
/** Names under a general or a country's top level; longer ones are mostly names of files or errors. */
const hostName =
  /(?<![\w@.%-])(?:\d{3}-)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:com|net|org|info|biz|edu|gov|[a-z]{2}))(?![\w-]|\.\w)/gi;
/** Ends of file names that are countries' top levels too. */
const fileEnds = /\.(?:py|sh|pl|md|cc|so|rs|sa|me)$/i;

/** Domains of the systems: those of their servers, recipients, marks and pages. */
export function vendorDomains(files: readonly KnowledgeFile[]): ReadonlySet<string> {
  const names = files.flatMap(({ system: { hosts = [], domains = [], marks = [], links = {}, entries } }) => [
    ...hosts,
    ...domains,
    ...[...marks, ...entries.flatMap(({ text = [] }) => text)].flatMap((words) => words.match(hostName) ?? []),
    ...[
      ...Object.values(links),
      ...entries.flatMap(({ link = '', sources }) => [link, ...sources.map(({ url = '' }) => url)]),
    ]
      .filter((link) => URL.canParse(link))
      .map((link) => new URL(link).hostname),
  ]);
  return new Set(names.map((name) => domainOf(name.toLowerCase())).filter((name) => name !== ''));
}

/** What of a text could be somebody's, each as a sentence that says what to write. */
export function privateTextOf(field: string, text: string, vendors: ReadonlySet<string>): string[] {
  return [...addresses(text), ...ipAddresses(text), ...(proofFields.has(field) ? hosts(text, vendors) : [])];
}

function addresses(text: string): string[] {
  return [...text.matchAll(address)]
    .map(([found]) => found.replace(/\.+$/, ''))
    .filter((found) => {
      const at = found.lastIndexOf('@');
      const isReserved = reserved.test(found.slice(at + 1));
      return !isReserved && !madeUp.test(found.slice(0, at)) && !Object.hasOwn(knownAddresses, found.toLowerCase());
    })
    .map((found) => `${found} could be somebody's address: use one under example.com, .net or .org.`);
}

function ipAddresses(text: string): string[] {
  const four = [...text.matchAll(dottedQuad)]
    .map(([found]) => found)
    .filter((found) => found.split('.').every((octet) => Number(octet) <= 255))
    .filter((found) => !unroutable.test(found) && !Object.hasOwn(knownNumbers, found));
  const six = [...text.matchAll(colonHex)]
    .map(([found]) => found)
    .filter((found) => /[0-9a-f]{1,4}:/i.test(found) && !unroutable6.test(found));
  return [...four, ...six].map(
    (found) =>
      `${found} could be somebody's machine: use 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32.`,
  );
}

function hosts(text: string, vendors: ReadonlySet<string>): string[] {
  return [...text.matchAll(hostName)]
    .map(([, found = '']) => found.toLowerCase())
    .filter((found) => !reserved.test(found) && !fileEnds.test(found))
    .filter((found) => !vendors.has(domainOf(found)) && !Object.hasOwn(knownDomains, domainOf(found)))
    .map((found) => `${found} is no vendor's host: use one under example.com, .net or .org.`);
}

/** Second levels below which domains are registered, in the countries that have them. */
const secondLevel = /^(?:ac|co|com|edu|go|gov|ne|net|or|org)$/;

/** The registered domain of a host. */
function domainOf(host: string): string {
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && secondLevel.test(second) ? -3 : -2).join('.');
}
