import { isIP } from 'node:net';
import { type Field, fieldValue } from '../split-message.ts';

/** What a receiving server noted of the envelope beside its Received field. */
export interface ReceiverNote {
  readonly source: 'received-spf' | 'authentication-results';
  /** Who wrote it; null where it does not say. */
  readonly server: string | null;
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
  const spf = fields.find(({ name }) => name === 'received-spf');
  if (spf !== undefined) notes.push(receivedSpf(fieldValue(spf).slice(0, MAX_FIELD)));
  const results = fields.find(({ name }) => name === 'authentication-results');
  if (results !== undefined) notes.push(authenticationResults(fieldValue(results).slice(0, MAX_FIELD)));
  return notes;
}

/** `pass (mx.example.net: domain of a@example.com designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from="a@example.com"; helo=mail.example.com;` */
function receivedSpf(value: string): ReceiverNote {
  return {
    source: 'received-spf',
    server:
      pairOf(value, 'receiver') ?? /^[a-z]{1,20} {0,8}\(([\w.-]{1,255}):/i.exec(value)?.[1]?.toLowerCase() ?? null,
    ip: addressOf(pairOf(value, 'client-ip') ?? / designates ([0-9a-f.:]{2,45}) as /i.exec(value)?.[1]),
    helo: pairOf(value, 'helo'),
    mailFrom: pairOf(value, 'envelope-from'),
  };
}

/** `mx.example.net; spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.com smtp.helo=mail.example.com; iprev=pass policy.iprev=192.0.2.1` */
function authenticationResults(value: string): ReceiverNote {
  const bySpf = /(?:^|;)\s{0,8}spf\s{0,8}=/i.test(value);
  return {
    source: 'authentication-results',
    server: /^\s{0,8}"?([\w.-]{1,255})"?\s{0,8}(?:\d{1,4}\s{0,8})?;/.exec(value)?.[1]?.toLowerCase() ?? null,
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
