import type { SpfNodeStatus, SpfSize, SpfVerdict } from '@whybounce/core/record';
import { grouped, plural } from './figures.ts';

/** The words of the page that draws the SPF tree. */
export const spfWording = {
  heading: 'SPF tree',
  lead: 'Everything that the SPF record of a domain leads to, what each part costs, and where the limit of ten look-ups breaks.',
  description:
    'See the whole SPF record of a domain as a tree: every include, its DNS look-ups, the one that breaks the limit of ten, void look-ups, loops and ranges.',
  ip: { label: 'Sending IP address', example: '192.0.2.1', hint: 'Then the tree shows which term decides.' },
  sender: { label: 'Return path (MAIL FROM)', example: 'bounce@example.com' },
  helo: { label: 'Name that the server greets with (EHLO)', example: 'mail.example.com' },
  lookups: {
    term: 'DNS look-ups',
    says: (total: number, limit: number) => `${total} of ${limit}`,
    endless: (limit: number) => `more than ${limit}: it runs in a circle`,
    over: 'Receivers stop with an error (permerror), and no mail passes SPF from there on.',
    within: 'Within the limit.',
    close: 'Within the limit, but one more sender can break it.',
  },
  voids: {
    term: 'Look-ups that find nothing',
    says: (most: number, limit: number) => `${most} of ${limit}`,
    over: 'More than are allowed: receivers stop with an error (permerror).',
    apart: (dualStack: number) =>
      `Counted with A and AAAA apart, as some receivers do, it is ${dualStack}: they stop with an error.`,
    within: 'Within the limit.',
  },
  allowed: {
    term: 'May send',
    more: (count: number) =>
      `and more, by ${plural(count, { one: 'one term', other: `${count} terms` })} that ask the DNS for each message`,
    incomplete: 'Not everything could be walked: it may be more.',
  },
  size: {
    term: 'Record',
    says: (octets: number, records: number, all: number) =>
      records === 1
        ? `${grouped(octets)} octets`
        : `${grouped(octets)} octets; with the other TXT records of the name ${grouped(all)}`,
  },
  verdict: {
    heading: (ip: string) => `Mail from ${ip}`,
    as: (sender: string) => `with the return path ${sender}`,
    unknown: 'cannot be told',
    beforeLimit: 'This sender is found before the limit of look-ups; senders after it are not.',
    legend:
      'In the tree, a filled arrow stands beside the terms that lead there, and a flag beside the one that decides.',
  },
  tree: 'The tree',
  legend:
    'Each line: the term, the look-ups that it adds, and how many are used up after it. Terms without figures cost nothing.',
  adds: (cost: number) => `adds ${cost}`,
  after: (total: number, limit: number) => `${total} of ${limit} used`,
  broken: 'The record breaks the grammar: receivers treat it as an error (permerror), and no mail passes SPF',
  breaksAt: 'It breaks here:',
  over: {
    here: (number: number, limit: number) =>
      `Breaks the limit: it is look-up ${number}, and ${limit} are allowed. Receivers stop here.`,
    inside: (limit: number) => `Breaks the limit of ${limit} in what it leads to. Receivers stop here.`,
    before: 'Never reached: receivers stopped before it.',
  },
  void: (name: string, types: string) => `Finds nothing: ${name} has no ${types}`,
  halfVoid: (name: string) => `Finds nothing for senders with IPv6: ${name} has no AAAA`,
  loop: (domain: string) => `Circle: leads back to ${domain}`,
  repeated: (domain: string) => `Twice: ${domain} is in the tree already, and costs again`,
  goTo: 'show it',
  covered: (by: readonly string[]) => `Does nothing: ${by.join(', ')} before it has all its addresses`,
  states: {
    'needs-client': 'Depends on the message: counted, not followed',
    'not-reached': 'Never evaluated: an "all" stands before it',
    broken: 'Cannot be read: the whole record is an error',
  },
  decides: 'Decides',
  leads: 'Leads there',
  branch: {
    none: (domain: string) => `${domain} has no SPF record. An include of it is an error (permerror).`,
    several: (domain: string, count: number) => `${domain} has ${count} SPF records. That is an error (permerror).`,
    'could-not-determine': (domain: string) => `The record of ${domain} could not be read: the DNS gave no answer.`,
    'cut-off': (domain: string) => `${domain} was not asked: this tree is too large.`,
  } satisfies Readonly<Record<Exclude<SpfNodeStatus, 'found'>, unknown>>,
  recordOf: (domain: string) => `Record of ${domain}`,
  leftOut: (count: number) => `${grouped(count)} more terms are not shown.`,
  ranges: (count: number) => `${grouped(count)} ranges`,
  range: (first: string, last: string) => `${first} to ${last}`,
  oneAddress: 'one address',
  addresses: 'Addresses',
  moreRanges: (count: number) => `and ${grouped(count)} more`,
  none: {
    heading: (domain: string) => `${domain} has no SPF record`,
    next: 'Write one',
  },
  flat: {
    summary: (before: number, after: number) => `Without includes: from ${before} DNS look-ups to ${after}`,
    lead: 'The addresses behind the includes, as they are today. This is a last resort: it is wrong as soon as one of the services moves.',
    notYet: 'Without includes: not yet',
    broken:
      'With addresses in the place of its includes, the record would still be an error (permerror). This must go first:',
    watch: 'Names to watch',
  },
  next: {
    write: 'Add or remove senders',
    heading: 'Further',
  },
} as const;

/** What a verdict means for the mail. */
export const spfVerdictWords: Readonly<
  Record<SpfVerdict, { readonly word: string; readonly outcome: 'pass' | 'warn' | 'fail' | 'info' }>
> = {
  pass: { word: 'passes SPF', outcome: 'pass' },
  fail: { word: 'fails SPF (fail)', outcome: 'fail' },
  softfail: { word: 'fails SPF softly (softfail)', outcome: 'warn' },
  neutral: { word: 'is neither allowed nor forbidden (neutral)', outcome: 'warn' },
  none: { word: 'has no SPF to check (none)', outcome: 'info' },
  temperror: { word: 'cannot be judged now (temperror)', outcome: 'warn' },
  permerror: { word: 'meets an error (permerror)', outcome: 'fail' },
};

/** How many addresses: `256 IPv4 addresses and 65,536 IPv6 networks (/64)`. */
export function sizeWords({ ipv4Addresses, ipv6Networks }: SpfSize): string {
  const parts = [
    ...(ipv4Addresses === 0
      ? []
      : [`${grouped(ipv4Addresses)} ${plural(ipv4Addresses, { one: 'IPv4 address', other: 'IPv4 addresses' })}`]),
    ...(ipv6Networks === 0
      ? []
      : [`${large(ipv6Networks)} ${plural(ipv6Networks, { one: 'IPv6 network', other: 'IPv6 networks' })} (/64)`]),
  ];
  return parts.length === 0 ? 'no address' : parts.join(' and ');
}

/** Numbers that nobody counts: a /32 of IPv6 has four thousand million networks. */
function large(number: number): string {
  if (number < 1e6) return grouped(number);
  return number < 1e9 ? `${Math.round(number / 1e6)} million` : `${grouped(Math.round(number / 1e9))} thousand million`;
}
