import { type Cidr, formatCidr, parseCidr, parseIp, type SpfMechanism, type SpfRecord } from '@whybounce/core/record';
import { listed } from '../../fact/list-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { corrected } from '../../fact/spf-publish.ts';
import { unreadName } from '../../fact/spf-tree.ts';
import { ownTerm, placeWords, quotedTerm, seenPlace } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

/** Addresses of a /8: no sender and all its services together have as many. */
const MAX_ADDRESSES = 2 ** 24;

export default defineCheck({
  id: 'spf.all_pass',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'SPF does not allow the whole world',
  about:
    'A record that ends with +all, or has a range as wide as the internet, lets every forger pass SPF, and with it DMARC. Spammers look for such domains, and some receivers count the record itself as a sign of spam.',
  remedy: 'Remove the term, list what really sends, and end the record with ~all or -all.',
  source: 'RFC 7208 sections 5.1 and 11.1',
  run: (context) =>
    ofOneRecord(context, ({ domain, tree, record, seen: whole }) => {
      const { world, ipv4Addresses } = tree.authorised;
      const [first] = world;
      const own = [...new Set(world.map(ownTerm))];
      const seen = [...whole, ...world.slice(0, 4).flatMap(seenPlace)];
      if (first !== undefined) {
        const { publish, notes } = corrected(tree, { remove: own.filter((term) => !isAll(term)), all: '~' });
        return fail(`${placeWords(first)} allows ${rangeWords(first.cidr)} to send as ${domain}.`, {
          seen,
          fix: `Find out what sends mail of ${domain}, list that, and publish ${publish === undefined ? 'a' : 'the'} record without ${listed(own.map(quotedTerm))}.${notes}`,
          publish,
        });
      }
      const addresses = `${ipv4Addresses.toLocaleString('en')} IPv4 ${ipv4Addresses === 1 ? 'address' : 'addresses'}`;
      if (ipv4Addresses > MAX_ADDRESSES)
        return fail(
          `The SPF of ${domain} allows ${addresses} in all, more than one in 256 of the internet: that many strangers can send as ${domain}.`,
          {
            seen: [...whole, { of: 'Widest ranges allowed', value: widest(tree.authorised.cidrs).join('\n') }],
            severity: 'high',
            fix: `Narrow the widest ranges (${listed(widest(tree.authorised.cidrs))}) to the addresses that really send.`,
          },
        );
      const [wide] = record.valid ? wideRanges(record) : [];
      if (wide !== undefined) {
        const { term, network } = wide;
        const at = seenPlace({ path: [], at: { domain, term: term.text, span: term.span } });
        return warn(
          `${quotedTerm(term.text)} in the record of ${domain} is read as ${formatCidr(network)} and allows ${(network.last - network.first + 1n).toLocaleString('en')} addresses: whoever has one of them can send as ${domain}.`,
          {
            seen: [...whole, ...at],
            severity: 'medium',
            fix: `Find out which of these addresses send mail of ${domain}. If it is ${addressOf(term.text)} alone, write "ip4:${addressOf(term.text)}" in place of ${quotedTerm(term.text)}; else write the ranges that are yours.`,
          },
        );
      }
      if (!record.valid)
        return notApplicable(`The SPF record of ${domain} cannot be read, so that it allows nobody.`, { seen: whole });
      const open = unreadName(tree);
      if (open !== null)
        return undetermined(
          `The SPF of ${domain} allows at least ${addresses}; how many in all could not be told: ${open}.`,
          { seen: whole },
        );
      return pass(`The SPF of ${domain} allows ${addresses}, not the whole world.`, { seen: whole });
    }),
});

/** Networks of the domain's own record with so short a prefix are wider than almost any sender's: a /12 has a million addresses. */
const WIDE_PREFIX = 12;
/** Up to here an address in the middle of its range tells that another prefix was meant; behind it little is allowed too much. */
const SLIP_PREFIX = 16;

function wideRanges({ terms }: SpfRecord): { readonly term: SpfMechanism; readonly network: Cidr }[] {
  return terms.flatMap((term) => {
    const network = term.kind === 'mechanism' && term.network !== null ? parseCidr(term.network) : null;
    if (term.kind !== 'mechanism' || term.qualifier !== '+' || network?.family !== 4) return [];
    const isSlip = network.prefix <= SLIP_PREFIX && parseIp(addressOf(term.text))?.value !== network.first;
    return network.prefix < WIDE_PREFIX || isSlip ? [{ term, network }] : [];
  });
}

/** The address of an `ip4` term. */
function addressOf(term: string): string {
  return term.slice(term.indexOf(':') + 1).replace(/\/.*$/s, '');
}

function isAll(term: string): boolean {
  return /^[-+~?]?all$/i.test(term);
}

function rangeWords(cidr: string): string {
  return cidr.endsWith('/0') ? 'every server in the world' : `${cidr}, far more addresses than any sender has,`;
}

function widest(cidrs: readonly string[]): string[] {
  const prefix = (cidr: string) => parseCidr(cidr)?.prefix ?? 32;
  return cidrs
    .filter((cidr) => !cidr.includes(':'))
    .toSorted((a, b) => prefix(a) - prefix(b))
    .slice(0, 4);
}
