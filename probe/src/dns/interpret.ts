import type { DnsAnswer, RecordData, RecordType } from '@whybounce/core/dns';
import { type FailureStatus, failure } from './failure.ts';
import type { WireMessage, WireRecord } from './wire/message.ts';
import type { WireQuestion } from './wire/question.ts';
import { readRecordData } from './wire/record-data.ts';
import { TYPE_CODE } from './wire/type-code.ts';

/**
 * Longest chain of aliases that is followed through one answer and on to others. Resolvers stop at 8 to 16;
 * an answer of 64 KB can hold thousands.
 */
export const MAX_CHAIN = 16;

/** What the client tells beyond an answer. */
export interface WireAnswer<T extends RecordType = RecordType> extends DnsAnswer<T> {
  /** The server left the last name of the chain to the asker: nothing is known of it yet. */
  readonly unfollowed?: true | undefined;
}

/** Response codes that have a status of their own (RFC 1035 section 4.1.1, RFC 6895 section 2.3). */
const CODES: Readonly<Record<number, readonly [status: FailureStatus, says: string]>> = {
  1: ['malformed', 'The server could not read the question (FORMERR).'],
  2: ['servfail', 'The server failed to find the answer (SERVFAIL).'],
  4: ['not-implemented', 'The server does not know this kind of question (NOTIMP).'],
  5: ['refused', 'The server refused to answer (REFUSED).'],
  9: ['refused', 'The server is not responsible for the name (NOTAUTH).'],
};

const NXDOMAIN = 3;

/**
 * Makes of a server's message the answer to a question. Throws MalformedMessage where a record that it
 * needs cannot be read.
 *
 * @param server address and port, as the answer names it
 */
export function interpret<T extends RecordType>(
  question: WireQuestion & { readonly type: T },
  message: WireMessage,
  server: string,
): WireAnswer<T> {
  const { name, type } = question;
  const say = (status: FailureStatus, ...why: readonly string[]): DnsAnswer<T> =>
    failure(name, type, status, remarks(message, ...why) ?? '', server);
  const code = message.responseCode;
  if (code !== 0 && code !== NXDOMAIN) {
    const [status, says] = CODES[code] ?? ['servfail', `The server answered with response code ${code}.`];
    return say(status, says);
  }

  const alias = follow(question, message);
  if (typeof alias === 'string') return say('servfail', alias);
  const { chain, at } = alias;
  const wanted = message.answers.filter((record) => record.type === TYPE_CODE[type] && record.name === at);
  const notOwn = !question.recursion && !message.authoritative;
  const answer: DnsAnswer<T> = {
    name,
    type,
    status: 'found',
    records: wanted.map((record) => dataOf(type, message, record)),
    ttl: least([...alias.ttls, ...wanted.map(({ ttl }) => ttl)]),
    // only a resolver validates: the bit of a zone's own server says nothing (RFC 4035 section 3.1.6)
    authenticated: question.recursion && message.authenticData,
    chain,
    server,
    ...(question.recursion ? {} : { authoritative: message.authoritative }),
    detail: remarks(message, ...(notOwn ? ['The server does not call itself responsible for the name.'] : [])),
  };
  if (wanted.length > 0) return answer;

  const soa = message.authorities.find(({ type: authority }) => authority === TYPE_CODE.SOA);
  const negative = least([...alias.ttls, ...(soa === undefined ? [] : [negativeTtl(message, soa)])]);
  const absent = { ...answer, ttl: soa === undefined ? null : negative };
  // the code tells of the last name of the chain (RFC 6604 section 3, RFC 2308 section 2.1)
  if (code === NXDOMAIN) return { ...absent, status: 'no-domain' };
  if (message.answers.some((record) => record.type === TYPE_CODE[type]))
    return say('malformed', `The answer holds ${type} records of other names and none of ${at}.`);
  if (soa !== undefined) return { ...absent, status: 'no-data' };

  const delegation = message.authorities.filter((record) => record.type === TYPE_CODE.NS);
  if (chain.length > 0) return { ...absent, status: 'no-data', unfollowed: true };
  if (message.authoritative) return { ...absent, status: 'no-data' };
  if (delegation.length > 0) return referral(question, message, delegation, answer, say);
  if (!message.recursionAvailable) return say('refused', 'The server knows nothing of the name and asks nobody else.');
  return { ...absent, status: 'no-data' };
}

/** What a server means that names other servers instead of an answer (RFC 2308 section 2.2, RFC 1034 section 4.3.2). */
function referral<T extends RecordType>(
  { name, type, recursion }: WireQuestion & { readonly type: T },
  message: WireMessage,
  delegation: readonly WireRecord[],
  answer: DnsAnswer<T>,
  say: (status: FailureStatus, ...why: readonly string[]) => DnsAnswer<T>,
): DnsAnswer<T> {
  const own = delegation.filter((record) => record.name === name);
  // a parent knows the servers of a child by no other means than this
  if (type === 'NS' && !recursion && own.length > 0)
    return {
      ...answer,
      records: own.map((record) => dataOf(type, message, record)),
      ttl: least(own.map(({ ttl }) => ttl)),
      detail: remarks(message, `The delegation of ${name}, as the zone above holds it.`),
    };
  const zone = delegation[0]?.name ?? '.';
  return say(
    'refused',
    `The server does not hold the name and points to the servers of ${zone === '.' ? 'the root' : zone}.`,
  );
}

/** Sentences, and what the server says itself; null for none. */
function remarks({ errors }: WireMessage, ...sentences: readonly string[]): string | null {
  const all = errors.length === 0 ? sentences : [...sentences, `The server adds: ${errors.join('; ')}`];
  return all.length === 0 ? null : all.join(' ');
}

interface Alias {
  /** The last name. */
  readonly at: string;
  readonly chain: readonly string[];
  readonly ttls: readonly number[];
}

/** Follows the CNAMEs of an answer from the name that was asked for; a sentence where they lead nowhere. */
function follow({ name, type }: WireQuestion, message: WireMessage): Alias | string {
  const chain: string[] = [];
  const ttls: number[] = [];
  if (type === 'CNAME') return { at: name, chain, ttls };
  const aliases = new Map<string, WireRecord>();
  for (const record of message.answers)
    if (record.type === TYPE_CODE.CNAME && !aliases.has(record.name)) aliases.set(record.name, record);
  let at = name;
  for (;;) {
    const record = aliases.get(at);
    if (record === undefined) return { at, chain, ttls };
    at = dataOf('CNAME', message, record);
    if (at === name || chain.includes(at)) return `The aliases go in a circle: ${[name, ...chain, at].join(' → ')}.`;
    chain.push(at);
    ttls.push(record.ttl);
    if (chain.length > MAX_CHAIN) return `More than ${MAX_CHAIN} aliases stand between ${name} and its records.`;
  }
}

function dataOf<T extends RecordType>(type: T, message: WireMessage, { start, end }: WireRecord): RecordData[T] {
  return readRecordData(type, message.octets, start, end);
}

/** The smaller of the SOA's own time to live and its MINIMUM field (RFC 2308 section 5). */
function negativeTtl(message: WireMessage, soa: WireRecord): number {
  return Math.min(soa.ttl, dataOf('SOA', message, soa).minimum);
}

function least(ttls: readonly number[]): number | null {
  return ttls.length === 0 ? null : Math.min(...ttls);
}
