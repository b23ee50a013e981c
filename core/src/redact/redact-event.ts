import type { BounceEvent } from '../event.ts';
import { cleanAddress } from '../read/address.ts';
import type { MicrosoftTag } from '../read/microsoft-tag.ts';
import type { Kind } from './find.ts';
import type { RedactedText } from './redacted-text.ts';

/** What the fields of an event are redacted with: one redactor, so that they agree with each other. */
export interface FieldRedactor {
  learn(text: string): void;
  text(text: string): string;
  textWithMap(text: string): RedactedText;
  /** The pseudonym of something that is known to be of a kind. */
  find(kind: Kind, original: string, domain?: string): string;
}

/** Fields of closed vocabularies, numbers and times, at any depth: nobody's originals. */
const closed = new Set(
  `format dialect kind provider stage replyCode timestamp date blocklists permanence confidence reason rule owner action do
  then cause id effect weight source probability observe separates trust knowledgeVersion code seconds
  retryAfter spf dkim dmarc arc`
    .trim()
    .split(/\s+/),
);

/** Actions of RFC 3464 section 2.3.3. */
const actions = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);

/** Redacts every field of an event that can hold an original; fields that are not known are redacted as text. */
export function redactFields(event: BounceEvent, redactor: FieldRedactor): BounceEvent {
  for (const text of textsOf(event)) redactor.learn(text);
  const { text } = redactor;
  const orNull = (value: string | null, redact: (value: string) => string): string | null =>
    value === null || value === '' ? value : redact(value);
  const address = (value: string | null): string | null => orNull(value, (given) => redactAddress(given, redactor));
  const host = (value: string | null): string | null => orNull(value, (given) => redactHost(given, redactor));
  const endpoint = <T extends { readonly host: string | null; readonly ip: string | null }>(mta: T): T => ({
    ...mta,
    host: host(mta.host),
    ip: orNull(mta.ip, text),
  });
  // In the order of the fields: so pseudonyms are numbered as one reads.
  const input = redactInput(event.input, redactor);
  const recipient = address(event.recipient);
  const originalRecipient = address(event.originalRecipient);
  const sender = address(event.sender);
  const reportingMta = host(event.reportingMta);
  const remoteMta = endpoint(event.remoteMta);
  const sendingMta = endpoint(event.sendingMta);
  const diagnostic = event.diagnostic === null ? null : redactor.textWithMap(event.diagnostic);
  const { message } = event;
  return {
    ...(redactValue(event, diagnostic, redactor) as BounceEvent),
    input,
    recipient,
    originalRecipient,
    sender,
    reportingMta,
    remoteMta,
    sendingMta,
    enhancedStatus: orNull(event.enhancedStatus, (given) =>
      /^[245]\.\d{1,3}\.\d{1,3}$/.test(given) ? given : text(given),
    ),
    dsnAction: orNull(event.dsnAction, (given) => (actions.has(given) ? given : text(given))),
    diagnostic: diagnostic?.text ?? null,
    microsoft: redactMicrosoft(event.microsoft, redactor),
    message: {
      ...(redactValue(message, null, redactor) as BounceEvent['message']),
      messageId: orNull(message.messageId, (given) => redactMessageId(given, redactor)),
      subject: orNull(message.subject, (given) => redactor.find('subject', given)),
      from: orNull(message.from, (given) => text(`From: ${given}`).slice('From: '.length)),
      date: message.date,
      listId: orNull(message.listId, (given) => redactor.find('list', given)),
      campaign: orNull(message.campaign, (given) => redactor.find('campaign', given)),
    },
    authentication:
      event.authentication === null
        ? null
        : {
            ...event.authentication,
            server: host(event.authentication.server),
            quote: text(event.authentication.quote),
          },
  };
}

/** The texts of an event from which names are learned before any is redacted. */
function textsOf({
  recipient,
  originalRecipient,
  sender,
  reportingMta,
  remoteMta,
  sendingMta,
  diagnostic,
  message,
}: BounceEvent): string[] {
  const addresses = [recipient, originalRecipient, sender].map((value) => value ?? '');
  const hosts = [reportingMta, remoteMta.host, sendingMta.host].map((value) => `helo=${value ?? ''}`);
  const ips = [remoteMta.ip, sendingMta.ip].map((value) => value ?? '');
  return [...addresses, ...hosts, ...ips, diagnostic ?? '', `From: ${message.from ?? ''}`].filter(
    (value) => value !== '',
  );
}

function redactAddress(value: string, redactor: FieldRedactor): string {
  const clean = cleanAddress(value);
  if (clean !== null && clean.toLowerCase() === value.toLowerCase()) {
    const at = clean.lastIndexOf('@');
    return redactor.find('address', clean.slice(0, at), clean.slice(at + 1));
  }
  // A local part alone, as local deliveries have it; anything else is a text that may hold several.
  return /^[\p{L}\p{N}._+-]{1,64}$/u.test(value) ? redactor.find('user', value) : redactor.text(value);
}

function redactHost(value: string, redactor: FieldRedactor): string {
  if (/^[\d.]+$|:/.test(value)) return redactor.text(value);
  return /^[\p{L}\p{M}\p{N}._-]{1,255}$/u.test(value)
    ? redactor.find('host', value)
    : redactor.text(`helo=${value}`).slice('helo='.length);
}

function redactMessageId(value: string, redactor: FieldRedactor): string {
  const bare = value.replace(/^<|>$/g, '');
  const at = bare.lastIndexOf('@');
  const said = at > 0 ? redactor.find('messageId', bare.slice(0, at), bare.slice(at + 1)) : redactor.find('id', bare);
  return value.startsWith('<') ? `<${said}>` : said;
}

/** `bounces/jane/17.eml:4` keeps its extension, and the line or message in it. */
function redactInput(value: string, redactor: FieldRedactor): string {
  const place = /[:#]\d{1,12}$/.exec(value)?.[0] ?? '';
  const path = value.slice(0, value.length - place.length);
  return path === '-' || path === '' ? value : `${redactor.find('input', path)}${place}`;
}

/** The server's label as it reads in the redacted diagnostic; region and role are everybody's. */
function redactMicrosoft(tag: MicrosoftTag, redactor: FieldRedactor): MicrosoftTag {
  if (tag.host === null) return tag;
  const labels = [tag.host, tag.forest, tag.role, 'outlook.com'].filter((label) => label !== null);
  return { ...tag, host: redactor.find('host', labels.join('.')).split('.')[0] ?? null };
}

/** Redacts whatever no rule of its own is for. */
function redactValue(value: unknown, diagnostic: RedactedText | null, redactor: FieldRedactor): unknown {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, diagnostic, redactor));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]): [string, unknown] => [
    key,
    isClosed(key, field) ? field : own.has(key) ? null : redactValue(field, diagnostic, redactor),
  ]);
  return withQuote(Object.fromEntries(fields), diagnostic);
}

/** Whether a field has only what its vocabulary has: itself, or each item of a list. */
function isClosed(key: string, value: unknown): boolean {
  if (key === 'crosswalk') return true;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return closed.has(key) && items.every((item) => typeof item !== 'object');
}

/** Fields that are redacted by rules of their own. */
const own = new Set(
  `input recipient originalRecipient sender reportingMta remoteMta sendingMta enhancedStatus dsnAction diagnostic message
  microsoft authentication messageId subject from listId campaign`.split(/\s+/),
);

/** Moves a span to where its words stand in the redacted diagnostic, and quotes them anew. */
function withQuote(value: Record<string, unknown>, diagnostic: RedactedText | null): Record<string, unknown> {
  const { span } = value;
  if (diagnostic === null || !Array.isArray(span) || span.length !== 2) return value;
  const [start, end] = span as [number, number];
  const moved = [diagnostic.mapOffset(start), diagnostic.mapOffset(end, 'end')] as const;
  return { ...value, span: moved, ...('quote' in value ? { quote: diagnostic.text.slice(...moved) } : {}) };
}
