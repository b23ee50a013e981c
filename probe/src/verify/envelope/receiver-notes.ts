import { isIP } from 'node:net';
import { type Field, fieldValue } from '../split-message.ts';

/** What a receiving server noted of the envelope beside its Received field. */
export interface ReceiverNote {
  readonly source: 'received-spf' | 'authentication-results';
  /** Its place among all fields, from the top. */
  readonly place: number;
  readonly ip: string | null;
  readonly helo: string | null;
  /** Address or domain; `''` is the null sender. */
  readonly mailFrom: string | null;
}

/** Characters of a field that are read. */
const MAX_FIELD = 4_096;

/**
 * The topmost `Received-SPF` (RFC 7208 section 9.1) and `Authentication-Results` (RFC 8601), which the last server wrote that
 * looked. What stands below them may be of anybody.
 */
export function receiverNotes(fields: readonly Field[]): ReceiverNote[] {
  const notes: ReceiverNote[] = [];
  for (const [name, read] of readers) {
    const place = fields.findIndex((field) => field.name === name);
    const field = fields[place];
    if (field !== undefined) notes.push({ place, ...read(fieldValue(field).slice(0, MAX_FIELD)) });
  }
  return notes;
}

/** `pass (mx.example.net: domain of a@example.com designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from="a@example.com"; helo=mail.example.com;` */
function receivedSpf(value: string): Omit<ReceiverNote, 'place'> {
  return {
    source: 'received-spf',
    ip: addressOf(pairOf(value, 'client-ip') ?? / designates ([0-9a-f.:]{2,45}) as /i.exec(value)?.[1]),
    helo: pairOf(value, 'helo'),
    mailFrom: pairOf(value, 'envelope-from'),
  };
}

/** `mx.example.net; spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.com smtp.helo=mail.example.com; iprev=pass policy.iprev=192.0.2.1` */
function authenticationResults(value: string): Omit<ReceiverNote, 'place'> {
  const bySpf = /(?:^|;)\s{0,8}spf\s{0,8}=/i.test(value);
  return {
    source: 'authentication-results',
    ip: addressOf(
      /\(sender IP is ([0-9a-f.:]{2,45})\)/i.exec(value)?.[1] ??
        pairOf(value, 'smtp.remote-ip') ??
        pairOf(value, 'policy.iprev') ??
        / designates ([0-9a-f.:]{2,45}) as /i.exec(value)?.[1],
    ),
    helo: pairOf(value, 'smtp.helo'),
    mailFrom: bySpf ? (pairOf(value, 'smtp.mailfrom') ?? pairOf(value, 'smtp.mail')) : null,
  };
}

const readers = [
  ['received-spf', receivedSpf],
  ['authentication-results', authenticationResults],
] as const;

/** The value of `name=value`, with or without quotes and angle brackets; null where it is missing. */
function pairOf(value: string, name: string): string | null {
  const escaped = name.replaceAll('.', '\\.');
  const found = new RegExp(`(?:^|[\\s;(])${escaped}\\s{0,4}=\\s{0,4}(?:"([^"]{0,320})"|([^\\s;()"]{0,320}))`, 'i').exec(
    value,
  );
  const text = found?.[1] ?? found?.[2];
  return text === undefined ? null : text.replace(/^<(.*)>$/, '$1');
}

function addressOf(text: string | null | undefined): string | null {
  const bare = (text ?? '').replace(/^\[(?:IPv6:)?(.*)\]$/i, '$1');
  return isIP(bare) === 0 ? null : bare.toLowerCase();
}
