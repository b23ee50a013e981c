import { organizationalDomain } from '@whybounce/core/record';
import ipaddr from 'ipaddr.js';
import { isInsideAddress } from '../../address-guard.ts';
import { MAX_RECEIVED } from '../limits.ts';
import type { Message } from '../message.ts';
import { type Field, fieldValue, splitMessage } from '../split-message.ts';
import type { Envelope, EnvelopePart, EnvelopeSource, ReceivedHop, Sureness } from './envelope.ts';
import { readReceived } from './received.ts';
import { type ReceiverNote, receiverNotes } from './receiver-notes.ts';

/**
 * Reads from whom and whence a message came out of its own header: the hop at which it came in from outside, and what the server
 * noted that took it. Everything below that hop may be invented by the sender, and nothing marks where it begins: so each part says
 * how sure it is.
 *
 * @param raw the whole message, headers first
 * @throws MessageLimitError for a header beyond the limits
 */
export function readEnvelope(raw: Uint8Array): Envelope {
  return envelopeOf(splitMessage(raw).fields);
}

/** The envelope that is given, and what the header says of what is not. */
export function completeEnvelope(message: Message, fields: readonly Field[]): Envelope {
  const read = envelopeOf(fields);
  const given = (value: string | null): EnvelopePart | null =>
    value === null ? null : { value, source: 'caller', sureness: 'given' };
  // of another hop than the given address, a name would be held against the wrong server
  const sameHop = message.ip === null || (read.ip !== null && sameAddress(message.ip, read.ip.value));
  return {
    ...read,
    ip: given(message.ip) ?? read.ip,
    helo: given(message.helo) ?? (sameHop ? read.helo : null),
    mailFrom: given(message.mailFrom) ?? read.mailFrom,
    doubts: message.ip === null || message.mailFrom === null ? read.doubts : [],
  };
}

function envelopeOf(fields: readonly Field[]): Envelope {
  const hops = fields
    .filter(({ name }) => name === 'received')
    .slice(0, MAX_RECEIVED)
    .map((field, place) => readReceived(fieldValue(field), place));
  const places = fields.flatMap(({ name }, place) => (name === 'received' ? [place] : []));
  const notes = receiverNotes(fields);
  const doubts: string[] = [];
  const { hop, sureness } = findBoundary(hops, places, notes, doubts);
  const note = notes.find((it) => hasAddress(it) && sameAddress(it.ip, hop?.ip ?? ''));
  return {
    ip: hop?.ip == null ? notedAddress(notes, doubts) : { value: hop.ip, source: 'received', sureness },
    helo: heloOf(hop, note ?? null, sureness),
    mailFrom: mailFromOf(fields, hop, notes, doubts),
    hop,
    hops,
    doubts,
  };
}

/**
 * The topmost hop that came from another organisation, held against what the receiver noted beside it.
 *
 * @param places of the hops among all fields
 */
function findBoundary(
  hops: readonly ReceivedHop[],
  places: readonly number[],
  notes: readonly ReceiverNote[],
  doubts: string[],
): { hop: ReceivedHop | null; sureness: Sureness } {
  const first = hops.find(isFromOutside);
  const noted = notes.find(hasAddress);
  if (first === undefined) {
    doubts.push(
      hops.length === 0
        ? 'The message has no Received field: it was never on its way, or its header was cut.'
        : 'No Received field names a client outside the network of its server: the message may never have left it.',
    );
    return { hop: null, sureness: 'guessed' };
  }
  if (noted === undefined) return { hop: first, sureness: 'stated' };
  if (sameAddress(noted.ip, first.ip ?? '')) return { hop: first, sureness: 'agreed' };
  // whoever wrote above the hop came after it, and knows better which of the hops are its own
  const matching = hops.find(({ ip }) => ip !== null && sameAddress(ip, noted.ip));
  if (matching !== undefined && matching.place > first.place && noted.place < (places[first.place] ?? 0))
    return { hop: matching, sureness: 'agreed' };
  doubts.push(
    `The topmost server to take the message from outside notes the address ${first.ip ?? ''}, and the topmost SPF result ${noted.ip}: one of them is of another hop.`,
  );
  return { hop: first, sureness: 'guessed' };
}

function hasAddress(note: ReceiverNote): note is ReceiverNote & { readonly ip: string } {
  return note.ip !== null;
}

function isFromOutside({ ip, helo, reverseName, by, byIp }: ReceivedHop): boolean {
  if (ip === null || isInsideAddress(ip) !== false) return false;
  if (reverseName !== null) return !sameOrganisation(reverseName, by);
  // a client can call itself as it likes in EHLO: its name counts only where its address stands beside the server's (Exchange Online)
  return !(sameOrganisation(helo, by) && byIp !== null && isNear(ip, byIp));
}

/** Leading bits that addresses of one network share. */
const NEAR_BITS = { ipv4: 24, ipv6: 32 } as const;

function isNear(a: string, b: string): boolean {
  try {
    const [x, y] = [ipaddr.process(a), ipaddr.process(b)];
    return x.kind() === y.kind() && x.match(y, NEAR_BITS[x.kind()]);
  } catch {
    return false;
  }
}

function sameOrganisation(a: string | null, b: string | null): boolean {
  const own = a === null ? null : organizationalDomain(a);
  return own !== null && b !== null && own === organizationalDomain(b);
}

function sameAddress(a: string, b: string): boolean {
  try {
    return ipaddr.process(a).toString() === ipaddr.process(b).toString();
  } catch {
    return false;
  }
}

function notedAddress(notes: readonly ReceiverNote[], doubts: string[]): EnvelopePart | null {
  const note = notes.find(hasAddress);
  if (note === undefined) return null;
  doubts.push(`The address ${note.ip} stands in the SPF result alone; no Received field has it.`);
  return { value: note.ip, source: note.source, sureness: 'guessed' };
}

function heloOf(hop: ReceivedHop | null, note: ReceiverNote | null, sureness: Sureness): EnvelopePart | null {
  if (hop?.helo == null) return note?.helo ? { value: note.helo, source: note.source, sureness } : null;
  const isAgreed = note?.helo?.toLowerCase() === hop.helo.toLowerCase();
  return {
    value: hop.helo,
    source: 'received',
    sureness: isAgreed ? 'agreed' : sureness === 'agreed' ? 'stated' : sureness,
  };
}

/** What the last server noted as MAIL FROM: Return-Path is its own field for that (RFC 5321 section 4.4). */
function mailFromOf(
  fields: readonly Field[],
  hop: ReceivedHop | null,
  notes: readonly ReceiverNote[],
  doubts: string[],
): EnvelopePart | null {
  const found: { value: string; source: EnvelopeSource }[] = [];
  const returnPath = fields.find(({ name }) => name === 'return-path');
  const path = returnPath === undefined ? null : addressIn(fieldValue(returnPath));
  if (path !== null) found.push({ value: path, source: 'return-path' });
  if (hop?.envelopeFrom != null) found.push({ value: hop.envelopeFrom, source: 'received' });
  for (const { mailFrom, source } of notes) if (mailFrom !== null) found.push({ value: mailFrom, source });
  const [first, ...others] = found;
  if (first === undefined) return null;
  const different = others.find((other) => !sameSender(other.value, first.value));
  if (different !== undefined)
    doubts.push(
      `The sender of the envelope is ${first.value || 'empty'} by ${first.source}, and ${different.value || 'empty'} by ${different.source}: a forwarder may have rewritten it.`,
    );
  // an address tells more than its domain, as Microsoft notes it
  return {
    ...first,
    sureness: different !== undefined ? 'guessed' : others.length > 0 ? 'agreed' : 'stated',
  };
}

/** `<>` is the null sender. */
function addressIn(value: string): string | null {
  const bare = /<([^<>]{0,320})>/.exec(value)?.[1] ?? value;
  const address = bare.trim();
  return address === '' || /^[^\s@<>]{1,256}@[^\s@<>]{1,255}$/.test(address) ? address : null;
}

/** Receivers note the whole address or its domain alone. */
function sameSender(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return (
    x === y ||
    (x.includes('@') !== y.includes('@') && x.slice(x.lastIndexOf('@') + 1) === y.slice(y.lastIndexOf('@') + 1))
  );
}
