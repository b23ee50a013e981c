import { isIP } from 'node:net';
import type { ReceivedHop } from './envelope.ts';
import { tlsOf } from './tls.ts';

/** Characters of one field that are read: real ones have some hundred. */
const MAX_FIELD = 4_096;
/** How deep comments stand in each other: RFC 5322 allows any depth, mail in use has two. */
const MAX_DEPTH = 16;

/** A field cut at its clauses: `from`, `by`, `with`, `id`, `for`, `via`. */
interface Clauses {
  /** The first value of each, outside comments. */
  readonly values: ReadonlyMap<string, string>;
  /** What stands between `from` and the next clause, comments too: name and address of the client. */
  readonly client: string;
  /** The same of `by`: name and address of the server. */
  readonly server: string;
}

const clauseWords: ReadonlySet<string> = new Set(['from', 'by', 'with', 'id', 'for', 'via']);

/**
 * Reads one Received field as the servers in use write it (RFC 5321 section 4.4, and what does not keep to it).
 *
 * @param value of the field, unfolded
 * @param place of it among the Received fields, from the top
 */
export function readReceived(value: string, place: number): ReceivedHop {
  const text = value.slice(0, MAX_FIELD).replace(/[ \t]+/g, ' ');
  const { values, client, server } = clausesOf(text);
  const protocol = protocolOf(values.get('with'));
  return {
    place,
    ...clientOf(client),
    by: hostOf(values.get('by')),
    byIp: lastAddress(server, null),
    protocol,
    id: values.get('id')?.replace(/;$/, '') ?? null,
    envelopeFrom: envelopeFromOf(text),
    tls: tlsOf(text, protocol),
    date: dateOf(text),
  };
}

/** One pass over the words, comments kept whole. */
function clausesOf(text: string): Clauses {
  const values = new Map<string, string>();
  let client = '';
  let server = '';
  let clause = '';
  for (const word of wordsOf(text)) {
    const lower = word.toLowerCase();
    if (clauseWords.has(lower) && !values.has(lower) && !(clause === lower)) {
      clause = lower;
      continue;
    }
    if (word === ';') break;
    if (clause === 'from') client += `${word} `;
    else if (clause === 'by') server += `${word} `;
    if (!values.has(clause) && !word.startsWith('(') && clause !== '') values.set(clause, word);
  }
  return { values, client, server };
}

function* wordsOf(text: string): Generator<string> {
  let depth = 0;
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const sign = text[i] ?? ' ';
    if (sign === '(' && depth < MAX_DEPTH) {
      if (depth === 0 && start >= 0) {
        yield text.slice(start, i);
        start = -1;
      }
      if (depth++ === 0) start = i;
    } else if (sign === ')' && depth > 0) {
      if (--depth === 0) {
        yield text.slice(start, i + 1);
        start = -1;
      }
    } else if (depth === 0 && (sign === ' ' || sign === ';')) {
      if (start >= 0) yield text.slice(start, i);
      start = -1;
      if (sign === ';') yield ';';
    } else if (start < 0) start = i;
  }
  // a comment that never closes
  if (start >= 0) yield text.slice(start);
}

const addressLiteral = /\[(?:IPv6:)?([0-9a-f.:]{2,45})(?:%\w{1,16})?\](?::\d{1,5})?/gi;
const bareAddress = /(?:^|[\s(@=])((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?=$|[\s),:])/gi;
/** `(helo=name)` and `([192.0.2.1] helo=name)` Exim; `(HELO name)` qmail; `(EHLO name)` Yahoo. */
const heloWord = /\b(?:helo|ehlo)[= ]\[?([^\s()[\]]{1,255})/i;

/** Name and address of the client: where each stands differs from server to server. */
function clientOf(client: string): Pick<ReceivedHop, 'helo' | 'reverseName' | 'ip'> {
  const [first = ''] = client.split(' ');
  const comment = client.slice(first.length);
  const told = heloWord.exec(client)?.[1] ?? null;
  const ip = lastAddress(comment, told) ?? lastAddress(client, told);
  // with a helo of its own, the first word is the name that the server looked up
  if (told !== null) return { helo: told, reverseName: hostOf(first) ?? nameIn(comment, told), ip };
  return { helo: first === '' || first.startsWith('(') ? null : heloOf(first), reverseName: nameIn(comment, null), ip };
}

/** An address in brackets is the server's own finding (RFC 5321 section 4.4: TCP-info); a client can claim one before it. */
function lastAddress(text: string, helo: string | null): string | null {
  for (const pattern of [addressLiteral, bareAddress]) {
    const found = [...text.matchAll(pattern)].map((match) => match[1] as string).filter((ip) => isIP(ip) !== 0);
    const own = found.filter((ip) => helo === null || !helo.includes(ip));
    const last = own.at(-1) ?? found.at(-1);
    if (last !== undefined) return last.toLowerCase();
  }
  return null;
}

/** The host name at the beginning of a comment: `(mail.example.com. [192.0.2.1])`, `(mail.example.com [192.0.2.1] (may be forged))`. */
function nameIn(comment: string, helo: string | null): string | null {
  // sendmail: the name of the address does not lead back to it, and anybody can have such a name
  if (/\(may be forged\)/i.test(comment)) return null;
  const name = /\((?:[^\s()@]{1,64}@)?([a-z0-9_](?:[a-z0-9_-]{0,62}\.)(?:[a-z0-9_-]{1,63}\.?){1,20})(?=[\s)[])/i.exec(
    comment,
  )?.[1];
  if (name === undefined || name === helo || isIP(name) !== 0) return null;
  return hostOf(name);
}

/** `unknown` is what servers write for a client without name. */
function hostOf(word: string | undefined): string | null {
  const bare = (word ?? '').replace(/[;,.]+$/, '').toLowerCase();
  if (bare === '' || bare === 'unknown' || bare.startsWith('(') || bare.startsWith('[') || isIP(bare) !== 0)
    return null;
  return /^[a-z0-9_]([a-z0-9_.-]{0,253})$/.test(bare) ? bare : null;
}

/** A name or an address literal. */
function heloOf(word: string): string | null {
  const bare = word.replace(/[;,]+$/, '');
  return bare === '' || bare.toLowerCase() === 'unknown' ? null : bare;
}

/** A keyword in capitals, without what some put behind a slash; `Microsoft SMTP Server` is none. */
function protocolOf(word: string | undefined): string | null {
  const bare = (word ?? '').replace(/[;/].*$/, '').toUpperCase();
  return /^[A-Z0-9]{3,20}$/.test(bare) && bare !== 'MICROSOFT' ? bare : null;
}

function envelopeFromOf(text: string): string | null {
  const found = /\benvelope-(?:from|sender)[ =:]{1,3}<?([^\s<>();]{0,320})>?/i.exec(text);
  return found === null ? null : (found[1] as string);
}

/** What stands behind the last semicolon outside comments. */
function dateOf(text: string): Date | null {
  const at = text.lastIndexOf(';');
  if (at < 0) return null;
  const time = Date.parse(
    text
      .slice(at + 1)
      .replace(/\([^()]{0,40}\)/g, '')
      .trim(),
  );
  return Number.isNaN(time) ? null : new Date(time);
}
