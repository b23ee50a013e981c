import { type Kind, newReading, type Reading } from '../../reading.ts';
import { readPostfixText } from './postfix-text.ts';
import { enhancedStatus, setRemote } from './refusal.ts';

/**
 * `to=<ann@example.org>, orig_to=<info@example.net>, relay=mx.example.org[192.0.2.7]:25, delay=1.2,
 * delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced (host … said: 550 …)` from `at` on. The line may have lost
 * its head, `to=` included. Null where it names no outcome.
 */
export function readPostfixStatus(text: string, at: number): Reading | null {
  const toEnd = text.startsWith('to=', at) ? addressEnd(text, at + 3) : at;
  const statusAt = findStatus(text, toEnd);
  if (statusAt < 0) return null;
  let wordEnd = text.indexOf(' ', statusAt);
  if (wordEnd < 0) wordEnd = text.length;
  const word = text.slice(statusAt, wordEnd);
  const dsn = enhancedStatus(field(text, ' dsn=', toEnd, statusAt));
  const kind = kindOf(word, dsn);
  if (kind === null) return null;
  const reading = newReading('log', 'postfix', kind);
  if (toEnd > at) reading.recipient = strip(text, at + 3, toEnd);
  if (text.startsWith(', orig_to=', toEnd)) {
    const original = strip(text, toEnd + 10, addressEnd(text, toEnd + 10));
    if (original !== '') reading.originalRecipient = original;
  }
  const relay = field(text, 'relay=', toEnd, statusAt);
  // relay=none, local, virtual and the names of pipe services are no hosts
  if (relay?.includes('[')) setRemote(reading, relay);
  reading.enhancedStatus = dsn;
  reading.dsnAction =
    kind === 'delivery' ? 'delivered' : kind === 'deferral' ? 'delayed' : kind === 'bounce' ? 'failed' : null;
  if (text.charCodeAt(wordEnd + 1) === 40) {
    // syslog cuts long lines, so the last parenthesis may be missing
    const last = text.charCodeAt(text.length - 1) === 41 ? text.length - 1 : text.length;
    if (last > wordEnd + 2) readPostfixText(reading, text.slice(wordEnd + 2, last));
  } else if (wordEnd < text.length) reading.diagnostic = text.slice(wordEnd + 1);
  if (word.startsWith('undeliverable') || word === 'deliverable') reading.warnings.push(PROBE);
  if (word.startsWith('expired')) reading.hint = 'route.expired';
  return reading;
}

const PROBE = {
  code: 'address-probe',
  message: 'Postfix only asked whether the address exists; no message was sent.',
} as const;

function kindOf(word: string, dsn: string | null): Kind | null {
  if (word === 'sent') return 'delivery';
  if (word === 'deferred') return 'deferral';
  if (word === 'bounced' || word.startsWith('expired')) return 'bounce';
  if (word === 'deliverable') return 'other';
  // A probe that met a temporary failure is called undeliverable as well: never a bounce.
  if (word.startsWith('undeliverable')) return dsn?.startsWith('5') ? 'bounce' : 'deferral';
  return null;
}

/** Where the value of to= or orig_to= ends: an address in quotes may itself hold `>, `. */
function addressEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 60) {
    const comma = text.indexOf(', ', at);
    return comma < 0 ? text.length : comma;
  }
  let close = text.indexOf('>, ', at);
  const first = close;
  for (let tries = 0; close >= 0 && tries < 8; tries++) {
    if (text.startsWith('relay=', close + 3) || text.startsWith('orig_to=', close + 3)) return close + 1;
    close = text.indexOf('>, ', close + 3);
  }
  return first < 0 ? at : first + 1;
}

function strip(text: string, at: number, end: number): string {
  return text.charCodeAt(at) === 60 ? text.slice(at + 1, end - 1) : text.slice(at, end);
}

function findStatus(text: string, at: number): number {
  const comma = text.indexOf(', status=', at);
  if (comma >= 0) return comma + 9;
  return text.startsWith('status=', at) ? at + 7 : -1;
}

function field(text: string, name: string, at: number, before: number): string | null {
  const found = text.indexOf(name, at);
  if (found < 0 || found > before) return null;
  const start = found + name.length;
  const end = text.indexOf(',', start);
  return text.slice(start, end < 0 || end > before ? before : end);
}
