import type { Kind, Reading, Stage } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LogScribe } from './log-scribe.ts';
import { detach, QueueMemory } from './queue-memory.ts';
import { ipOf, oneLine } from './refusal.ts';

const EVENT = /\b(?:TRACE|DEBUG|INFO|WARN|ERROR)\s+[^()]{1,120}\(((?:delivery|smtp|queue)\.[a-z-]{2,48})\)\s*(.*)$/;
const MAX_FIELDS = 60;
const MAX_RECIPIENTS = 1000;

/** What an event says (https://stalw.art/docs/telemetry/events); `reply` goes by the code: 5xx bounce, else deferral. */
const EVENTS = new Map<string, readonly [Kind | 'reply' | 'end', Stage | null]>([
  ['delivery.delivered', ['delivery', null]],
  ['delivery.rcpt-to-rejected', ['reply', 'rcpt']],
  ['delivery.rcpt-to-failed', ['deferral', 'rcpt']],
  ['delivery.mail-from-rejected', ['reply', 'mail']],
  ['delivery.message-rejected', ['reply', 'end-of-data']],
  ['delivery.ehlo-rejected', ['reply', 'ehlo']],
  ['delivery.auth-failed', ['reply', 'auth']],
  ['delivery.greeting-failed', ['deferral', 'connect']],
  ['delivery.connect-error', ['deferral', 'connect']],
  ['delivery.rate-limit-exceeded', ['deferral', null]],
  ['delivery.null-mx', ['bounce', null]],
  ['delivery.dsn-perm-fail', ['end', null]],
  ['smtp.mailbox-does-not-exist', ['bounce', 'rcpt']],
  ['smtp.relay-not-allowed', ['bounce', 'rcpt']],
  ['smtp.rcpt-to-rejected', ['bounce', 'rcpt']],
  ['smtp.rcpt-to-greylisted', ['deferral', 'rcpt']],
]);

/** Reads Stalwart's text log: `2026-05-27T14:30:00Z INFO Text (delivery.event) key = "value", …`. */
class StalwartReader implements LogReader {
  readonly #scribe: LogScribe;
  /** The recipients of a queue id whose bounce was given out: the DSN that follows says it again. */
  readonly #bounced = new QueueMemory<Set<string>>();

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('stalwart', options);
  }

  line(line: string, number: number): Reading | Reading[] | null {
    const { head } = this.#scribe;
    head.read(line);
    const found = EVENT.exec(head.text.slice(0, 32_768));
    const event = EVENTS.get(found?.[1] ?? '');
    if (found === null || event === undefined) return null;
    const { fields, to } = readFields(found[2] ?? '');
    const code = Number(fields.get('code'));
    const [outcome, stage] = event;
    const kind: Kind =
      outcome === 'end' ? 'bounce' : outcome === 'reply' ? (code >= 500 ? 'bounce' : 'deferral') : outcome;
    const queueId = fields.get('queueId') ?? '';
    const known = this.#bounced.get(queueId);
    const recipients = (to.length === 0 ? [null] : to).filter(
      (recipient) => outcome !== 'end' || recipient === null || !known?.has(recipient),
    );
    const readings = recipients.map((recipient) => {
      const reading = this.#scribe.reading(kind, number);
      reading.recipient = recipient;
      reading.stage = stage;
      reading.sender = fields.get('from') ?? null;
      reading.remoteHost = stage === 'rcpt' && found[1]?.startsWith('smtp.') ? null : (fields.get('hostname') ?? null);
      reading.remoteIp = found[1]?.startsWith('smtp.') ? null : ipOf(fields.get('remoteIp'));
      reading.replyCode = code >= 200 && code <= 599 ? code : null;
      reading.diagnostic = oneLine(fields.get('details') ?? fields.get('reason'));
      if (kind === 'bounce' && recipient !== null && queueId !== '') this.#note(queueId, recipient);
      return reading;
    });
    return readings.length === 0 ? null : readings;
  }

  end(): Reading[] {
    return [];
  }

  #note(queueId: string, recipient: string): void {
    const known = this.#bounced.get(queueId) ?? new Set();
    if (known.size < MAX_RECIPIENTS) known.add(detach(recipient));
    this.#bounced.set(detach(queueId), known);
  }
}

/** `queueId = 7, from = "x@example.net", to = ["a@example.org"], code = 550`. The last `to` is the one meant. */
function readFields(text: string): { fields: Map<string, string>; to: string[] } {
  const fields = new Map<string, string>();
  let to: string[] = [];
  let at = 0;
  for (let count = 0; at < text.length && count < MAX_FIELDS; count++) {
    const equals = text.indexOf(' = ', at);
    if (equals < 0) break;
    const name = text.slice(at, equals).trim();
    at = equals + 3;
    const values: string[] = [];
    const isList = text.charCodeAt(at) === 91;
    if (isList) at++;
    do {
      if (text.charCodeAt(at) === 32) at++;
      const end = valueEnd(text, at);
      values.push(unquote(text.slice(at, end)));
      at = end;
    } while (isList && text.charCodeAt(at) === 44 && ++at < text.length && values.length < MAX_RECIPIENTS);
    const comma = text.indexOf(',', at);
    at = comma < 0 ? text.length : comma + 1;
    if (name === 'to') to = values.filter((value) => value !== '');
    else fields.set(name, values.join(' '));
  }
  return { fields, to };
}

function valueEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === 34) {
    for (let at = start + 1; at < text.length; at++) {
      if (text.charCodeAt(at) === 92) at++;
      else if (text.charCodeAt(at) === 34) return at + 1;
    }
    return text.length;
  }
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 93) return at;
  }
  return text.length;
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value.trim();
  return value.slice(1, value.endsWith('"') && value.length > 1 ? -1 : undefined).replace(/\\(.)/g, '$1');
}

/** Stalwart. */
export const stalwart: LogDialect = {
  dialect: 'stalwart',
  layout: 'syslog',
  programs: ['stalwart'],
  recognises(line: string): number {
    const start = line.slice(0, 600);
    if (EVENT.test(start)) return 1;
    return /\b(?:INFO|WARN|DEBUG) [^()]{1,120}\([a-z]+(?:-[a-z]+)*\.[a-z-]+\)/.test(start) ? 0.7 : 0;
  },
  create: (options) => new StalwartReader(options),
};
