import type { ReasonId } from '@whybounce/knowledge';
import type { Kind, Reading } from '../../reading.ts';
import { hostOf } from '../sending-mta.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { readIsoTime, readUnixTime } from './iso-time.ts';
import { parseJsonLine } from './json-line.ts';
import { LogScribe } from './log-scribe.ts';
import { bareAddress, ipOf, oneLine, stageOf } from './refusal.ts';

const KINDS = new Map<string, Kind>([
  ['Delivery', 'delivery'],
  ['Bounce', 'bounce'],
  ['AdminBounce', 'bounce'],
  ['Expiration', 'bounce'],
  ['Rejection', 'bounce'],
  ['OOB', 'bounce'],
  ['TransientFailure', 'deferral'],
  ['Feedback', 'complaint'],
  ['Reception', 'other'],
]);
/** bounce_classification, where its name leaves no doubt (iana.toml of KumoMTA). */
const HINTS = new Map<string, ReasonId>([
  ['InvalidRecipient', 'recipient.unknown'],
  ['BadDomain', 'recipient.domain-unknown'],
  ['InactiveMailbox', 'recipient.disabled'],
  ['QuotaIssues', 'recipient.over-quota'],
  ['SpamContent', 'content.spam'],
  ['SpamBlock', 'reputation.low'],
  ['VirusDetected', 'content.virus'],
  ['ProhibitedAttachment', 'content.attachment'],
  ['RelayDenied', 'route.relay-denied'],
  ['NoAnswerFromHost', 'route.no-answer'],
  ['ProtocolErrors', 'host.protocol'],
  ['MessageExpired', 'route.expired'],
  ['PolicyRelated', 'policy.generic'],
]);
const MAX_RECIPIENTS = 1000;

type Fields = Record<string, unknown>;

/** Reads KumoMTA's JSON records, one a line (https://docs.kumomta.com/reference/log_record/). */
class KumomtaReader implements LogReader {
  readonly #scribe: LogScribe;

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('kumomta', options);
  }

  line(line: string, number: number): Reading | Reading[] | null {
    const brace = line.indexOf('{');
    const record = brace < 0 ? null : parseJsonLine(brace === 0 ? line : line.slice(brace));
    const type = record === null ? null : textIn(record, 'type');
    const known = type === null ? undefined : KINDS.get(type);
    if (record === null || known === undefined) return null;
    const response = objectIn(record, 'response');
    const code = numberIn(response, 'code');
    // An out-of-band report can tell of a delay as well.
    const kind = type === 'OOB' && code !== null && code < 500 ? (code < 300 ? 'delivery' : 'deferral') : known;
    const named = valueIn(record, 'recipient');
    const recipients = Array.isArray(named) ? named.slice(0, MAX_RECIPIENTS) : [named];
    const readings = recipients.map((recipient) => this.#read(record, type ?? '', kind, response, recipient, number));
    return readings.length === 1 ? (readings[0] ?? null) : readings;
  }

  end(): Reading[] {
    return [];
  }

  #read(record: Fields, type: string, kind: Kind, response: Fields, recipient: unknown, number: number): Reading {
    const reading = this.#scribe.bare(kind, number);
    reading.recipient = bareAddress(typeof recipient === 'string' ? recipient : null);
    reading.sender = textIn(record, 'sender');
    const peer = objectIn(record, 'peer_address');
    if (type === 'Rejection') {
      // The own server refused: its peer is the client, named as it greeted.
      const ip = ipOf(textIn(peer, 'addr')?.replace(/^\[(.*)\](?::\d+)?$/, '$1'));
      reading.sendingMta = { host: hostOf(textIn(peer, 'name')), ip };
    } else if (type !== 'Reception') {
      reading.remoteHost = textIn(peer, 'name')?.replace(/\.$/, '') ?? null;
      reading.remoteIp = ipOf(textIn(peer, 'addr')?.replace(/^\[(.*)\](?::\d+)?$/, '$1'));
    }
    const code = numberIn(response, 'code');
    reading.replyCode = code !== null && code >= 200 && code <= 599 ? code : null;
    const enhanced = objectIn(response, 'enhanced_code');
    const digits = ['class', 'subject', 'detail'].map((name) => numberIn(enhanced, name));
    if (!digits.includes(null)) reading.enhancedStatus = digits.join('.');
    reading.stage =
      type === 'OOB' || type === 'Feedback' ? 'after-acceptance' : stageOf(textIn(response, 'command') ?? '');
    // The record has the reply in parts; together they are the line that the server sent.
    reading.diagnostic = oneLine(
      [reading.replyCode, reading.enhancedStatus, textIn(response, 'content')].filter(Boolean).join(' '),
    );
    const headers = objectIn(record, 'headers');
    for (const [name, value] of Object.entries(headers)) {
      const text = typeof value === 'string' ? value : null;
      if (name.toLowerCase() === 'subject') reading.message.subject = oneLine(text);
      else if (name.toLowerCase() === 'message-id') reading.message.messageId = oneLine(text);
      else if (name.toLowerCase() === 'from') reading.message.from = oneLine(text);
    }
    const time = valueIn(record, 'event_time') ?? valueIn(record, 'timestamp');
    reading.timestamp = readUnixTime(time) ?? (typeof time === 'string' ? readIsoTime(time, 0) : null);
    if (type === 'Feedback') {
      const report = objectIn(record, 'feedback_report');
      const original = valueIn(report, 'original_rcpt_to');
      const first = Array.isArray(original) ? original[0] : original;
      if (typeof first === 'string') reading.recipient = bareAddress(first);
      reading.hint = 'notice.complaint';
    } else if (type === 'Expiration') reading.hint = 'route.expired';
    else if (kind !== 'delivery' && kind !== 'other')
      reading.hint = HINTS.get(textIn(record, 'bounce_classification') ?? '') ?? null;
    return reading;
  }
}

function valueIn(object: Fields, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function textIn(object: Fields, name: string): string | null {
  const value = valueIn(object, name);
  return typeof value === 'string' ? value : null;
}

function numberIn(object: Fields, name: string): number | null {
  const value = valueIn(object, name);
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000 ? value : null;
}

function objectIn(object: Fields, name: string): Fields {
  const value = valueIn(object, name);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** KumoMTA. */
export const kumomta: LogDialect = {
  dialect: 'kumomta',
  layout: 'own',
  programs: [],
  recognises(line: string): number {
    if (!line.trimStart().startsWith('{') || !line.includes('"type"')) return 0;
    const isType =
      /"type"\s*:\s*"(?:Delivery|Bounce|AdminBounce|Expiration|Rejection|OOB|TransientFailure|Feedback|Reception)"/.test(
        line,
      );
    return isType && /"(?:recipient|queue|site|peer_address|feedback_report)"\s*:/.test(line) ? 1 : 0;
  },
  create: (options) => new KumomtaReader(options),
};
