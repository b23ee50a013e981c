import type { RecordExplanation } from '../explanation.ts';
import { bitsOf } from '../ip/index.ts';
import { legible, quoted } from '../quoted.ts';
import { countOf } from './lint-record.ts';
import { lettersOf, type MacroString, plainName } from './macro-string.ts';
import {
  allOf,
  asksDns,
  modifierOf,
  networkOf,
  type Qualifier,
  type SpfMechanism,
  type SpfRecord,
  type SpfTerm,
} from './record.ts';

/** A record in plain words. */
export interface SpfExplanation {
  /** The whole in a few sentences. */
  readonly says: readonly string[];
  /** Each term in its order. */
  readonly parts: readonly RecordExplanation[];
}

const outcome: Readonly<Record<Qualifier, string>> = {
  '+': 'is allowed',
  '-': 'is to be rejected',
  '~': 'is suspicious',
  '?': 'is neither allowed nor forbidden',
};

/** Names that a sentence lists before it counts the others. */
const MAX_NAMED = 5;

/**
 * Says in plain words what a record says.
 *
 * @param domain whose record it is, for terms that name none
 */
export function explainSpf(record: SpfRecord, domain: string): SpfExplanation {
  const all = allOf(record);
  const parts = record.terms.map((term): RecordExplanation => {
    const late = all !== null && (term.kind === 'mechanism' ? term.span[0] > all.span[0] : isRedirect(term));
    const says = late
      ? `${quoted(term.text)} is never evaluated, as the record has "${all.text}".`
      : explainTerm(term, domain, record);
    return { term: term.text, span: term.span, says };
  });
  return { says: summary(record, domain, all), parts };
}

function isRedirect(term: SpfTerm): boolean {
  return term.kind === 'modifier' && term.name === 'redirect';
}

function explainTerm(term: SpfTerm, domain: string, record: SpfRecord): string {
  if (term.kind === 'broken') {
    const meant = term.meant === null ? '' : ` ${quoted(term.meant)} seems to be meant.`;
    return `${quoted(term.text)} cannot be read, and makes the whole record invalid.${meant}`;
  }
  if (term.kind === 'modifier') {
    const name = nameOf(term.value);
    if (term.name === 'redirect')
      return `For everything that no other term decides, the SPF record of ${name} decides.`;
    if (term.name === 'exp') return `Who is rejected may be told the text that stands at ${name}.`;
    return `${quoted(term.text)} means nothing to SPF and is ignored.`;
  }
  return `Mail ${whose(term, domain, record)} ${outcome[term.qualifier]}.`;
}

function whose(term: SpfMechanism, domain: string, record: SpfRecord): string {
  const name = term.domain === null ? domain : nameOf(term.domain);
  switch (term.name) {
    case 'all':
      return record.terms.some((other) => other.kind === 'mechanism' && other !== term)
        ? 'from all other servers'
        : 'from every server';
    case 'include':
      return `from servers that the SPF record of ${name} allows`;
    case 'a':
      return `from the addresses of ${name}${around(term)}`;
    case 'mx':
      return `from the mail servers of ${name}${around(term)}`;
    case 'ptr':
      return `from servers whose address has a name in ${name}`;
    case 'exists':
      return `for which the DNS has an address at ${name},`;
    default:
      return `from ${rangeOf(term)}`;
  }
}

function rangeOf(term: SpfMechanism): string {
  const { network, text } = term;
  const cidr = networkOf(term);
  if (cidr === null) return legible(text);
  if (cidr.prefix === bitsOf(cidr.family)) return network ?? '';
  if (cidr.prefix === 0) return `every IPv${cidr.family} address`;
  return `${network} (${countOf(cidr.last - cidr.first + 1n)} addresses)`;
}

function around({ prefix4, prefix6 }: SpfMechanism): string {
  const lengths = [
    ...(prefix4 === null || prefix4 === 32 ? [] : [`/${prefix4} around each IPv4 address`]),
    ...(prefix6 === null || prefix6 === 128 ? [] : [`/${prefix6} around each IPv6 address`]),
  ];
  return lengths.length === 0 ? '' : `, with the ${lengths.join(' and the ')},`;
}

function nameOf(value: MacroString): string {
  const name = plainName(value);
  if (name !== null) return legible(name);
  const letters = lettersOf(value);
  const filled = letters.has('i') || letters.has('p') ? 'the address of the client' : 'the message';
  return `the name ${quoted(value.text)}, filled in from ${filled}`;
}

function summary(record: SpfRecord, domain: string, all: SpfMechanism | null): string[] {
  const reached = record.terms.filter(
    (term) => term.kind !== 'mechanism' || all === null || term.span[0] <= all.span[0],
  );
  const allowing = reached.flatMap((term) =>
    term.kind === 'mechanism' && term.qualifier === '+' && term.name !== 'all' ? [term] : [],
  );
  const groups = [
    listed([...new Set(allowing.filter(({ network }) => network !== null).map(rangeOf))], '', 'ranges'),
    ...allowing
      .filter(({ name }) => name === 'a' || name === 'mx' || name === 'ptr')
      .map((term) => whose(term, domain, record).replace(/^from /, '')),
    listed(
      allowing.flatMap((term) => (term.name === 'include' && term.domain !== null ? [nameOf(term.domain)] : [])),
      'whoever is allowed by',
      'other records',
    ),
    ...allowing.filter(({ name }) => name === 'exists').map(() => 'clients that a look-up per message allows'),
  ].filter((group) => group !== '');
  const redirect = all === null ? modifierOf(record, 'redirect') : null;
  const says: string[] = [];
  if (!record.valid) says.push('The record breaks the grammar, so that receivers treat it as an error (permerror).');
  if (all?.qualifier !== '+' && (groups.length > 0 || redirect === null))
    says.push(
      groups.length === 0
        ? `No server is allowed to send as ${domain}.`
        : `May send as ${domain}: ${groups.join('; ')}.`,
    );
  if (all !== null) says.push(explainTerm(all, domain, record));
  else if (redirect !== null) says.push(explainTerm(redirect, domain, record));
  else says.push('Of all other servers the record says nothing.');
  const lookups = reached.filter((term) => asksDns(term) && !(all !== null && isRedirect(term))).length;
  if (lookups > 0)
    says.push(`The record itself needs ${lookups} of the ten DNS look-ups; what it includes needs more.`);
  return says;
}

function listed(names: readonly string[], one: string, many: string): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, MAX_NAMED).join(', ');
  const rest = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more ${many}` : '';
  return `${one} ${shown}${rest}`.trimStart();
}
