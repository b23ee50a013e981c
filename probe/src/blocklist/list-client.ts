import { type DnsClient, isDetermined } from '@whybounce/core/dns';
import { formatIp, organizationalDomain, parseIp, reverseLabels, unmapped } from '@whybounce/core/record';
import { type DnsList, dnsLists, type ListWeight } from '@whybounce/knowledge/dns-list';
import { isPublicAddress } from '../address-guard.ts';
import {
  filledIn,
  needsKey,
  noAnswer,
  notPublic,
  notRegistrable,
  refusedAnswer,
  unknownAnswer,
} from './list-sentences.ts';
import type { ListClient, Listing } from './listing.ts';
import { type KeyedZones, keyedZones } from './query-key.ts';
import { ListQuestions } from './questions.ts';
import { readAnswer } from './read-answer.ts';
import { whyNotClean, whyNotListed } from './trust-list.ts';

export interface ListClientOptions {
  /** Asks the DNS: a client of its own, so that lists do not use up what a check may ask. */
  readonly dns: DnsClient;
  /** Which lists; all that are known where it is left out. */
  readonly lists?: readonly DnsList[] | undefined;
  /** Milliseconds since 1970, for how long answers hold. */
  readonly now: () => number;
  /** The operator's query keys by who gave them: `spamhaus`, `abusix`. They are asked with and never shown. */
  readonly keys?: Readonly<Record<string, string>> | undefined;
  /** Which addresses lists may be asked about; those of the public internet where it is left out. */
  readonly mayAsk?: ((address: string) => boolean) | undefined;
}

const order: readonly ListWeight[] = ['high', 'medium', 'low', 'informational'];

/**
 * A client that asks lists as RFC 5782 says, and believes neither a list that refuses this resolver nor one that is
 * gone. Results come by weight, then in the order of the lists. A list that is wholly part of another is not asked
 * beside it. Meant for one check; whoever keeps one for long keeps its budget of questions too.
 *
 * @throws RangeError for a key that cannot stand in a name, or of whom no list has one
 */
export function createListClient(options: ListClientOptions): ListClient {
  const { dns, lists = dnsLists, now, keys = {}, mayAsk = isPublicAddress } = options;
  const questions = new ListQuestions(dns, now);
  const zones = keyedZones(keys);
  const all = new Set(lists.map(({ zone }) => zone));
  const asked = lists
    .filter(({ partOf }) => partOf === undefined || !all.has(partOf))
    .toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
  const look = (list: DnsList, subject: string, labels: string): Promise<Listing> =>
    askList(list, { subject, labels, zones, questions });
  return {
    ip(address) {
      const ip = parseIp(address);
      const plain = ip === null ? null : unmapped(ip);
      const subject = plain === null ? address : formatIp(plain);
      const about = asked.filter((list) => isAddressList(list) && (plain?.family !== 6 || list.ipv6));
      if (plain === null || !mayAsk(subject))
        return Promise.resolve(about.map((list) => unchecked(list, subject, notPublic(list, subject))));
      return Promise.all(about.map((list) => look(list, subject, reverseLabels(plain))));
    },
    domain(domain) {
      const about = asked.filter(({ kind }) => kind === 'domain');
      const name = organizationalDomain(domain);
      if (name === null)
        return Promise.resolve(about.map((list) => unchecked(list, domain, notRegistrable(list, domain))));
      return Promise.all(about.map((list) => look(list, name, name)));
    },
  };
}

const isAddressList = ({ kind }: DnsList): boolean => kind === 'ip' || kind === 'allow';

interface Question {
  readonly subject: string;
  /** The subject as it stands before the zone. */
  readonly labels: string;
  readonly zones: KeyedZones;
  readonly questions: ListQuestions;
}

async function askList(list: DnsList, { subject, labels, zones, questions }: Question): Promise<Listing> {
  const zone = zones.zoneOf(list);
  if (zone === null) return unchecked(list, subject, needsKey(list));
  const name = `${labels}.${zone}`;
  const answer = await questions.ask(name, 'A');
  if (!isDetermined(answer)) return unchecked(list, subject, noAnswer(list, subject, answer.status));
  if (answer.records.length === 0) {
    const why = await whyNotClean(list, zone, questions);
    return why === null ? listing(list, subject, { verdict: 'not-listed' }) : unchecked(list, subject, why);
  }
  const { says, codes } = readAnswer(list, answer.records);
  const reason = await reasonAt(name, questions, zones);
  if (says === 'refused') return { ...unchecked(list, subject, refusedAnswer(list, codes)), codes, reason };
  if (says === 'unknown') return { ...unchecked(list, subject, unknownAnswer(list, subject, codes)), codes, reason };
  const why = await whyNotListed(list, zone, questions);
  if (why !== null) return { ...unchecked(list, subject, why), codes, reason };
  return listing(list, subject, { verdict: says === 'listed' ? 'listed' : 'not-listed', codes, reason });
}

/** A list's answers and words are a stranger's: more of them than an honest list gives is not shown. */
const [MAX_CODES, MAX_REASON] = [16, 512];

async function reasonAt(name: string, questions: ListQuestions, zones: KeyedZones): Promise<string | null> {
  const { records } = await questions.ask(name, 'TXT');
  const text = records
    .map((strings) => strings.join(''))
    .join(' ')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_REASON);
  return text === '' ? null : zones.withoutKeys(text);
}

function unchecked(list: DnsList, subject: string, why: string): Listing {
  return listing(list, subject, { verdict: 'not-checkable', why });
}

function listing(list: DnsList, subject: string, found: Partial<Listing> & Pick<Listing, 'verdict'>): Listing {
  return {
    zone: list.zone,
    name: list.name,
    weight: list.weight,
    kind: list.kind === 'allow' ? 'allow' : 'block',
    subject,
    reason: null,
    why: null,
    delist: list.delist === null ? null : filledIn(list.delist, subject),
    system: list.system,
    ...found,
    codes: found.codes?.slice(0, MAX_CODES) ?? [],
  };
}
