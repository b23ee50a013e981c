import { newReading, type Reading } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LineHead } from './line-head.ts';
import { LogClock, stamp } from './log-clock.ts';
import { PackedMemory } from './packed-memory.ts';
import { readPostfixReject } from './postfix-reject.ts';
import { readPostfixStatus } from './postfix-status.ts';
import { readPostfixText } from './postfix-text.ts';
import { detach } from './queue-memory.ts';

/** More waiting recipients than this are not kept for one queue id: Postfix itself takes 50 at a time. */
const MAX_WAITING = 100;
/** Characters that are kept of the words of a deferral. */
const MAX_WORDS = 400;
const MAX_QUEUE_ID = 24;

interface Mail {
  sender: string | null;
  messageId: string | null;
  /** Recipients that were deferred and have no other outcome yet, with the words of the last deferral. */
  waiting: Waiting[] | null;
}

interface Waiting {
  readonly recipient: string;
  words: string | null;
  host: string | null;
  ip: string | null;
}

/**
 * Reads Postfix (https://www.postfix.org/BASIC_CONFIGURATION_README.html#syslog): one reading for each
 * `status=` line and each refusal of smtpd, postscreen or a milter. qmgr's `from=` and cleanup's
 * `message-id=` are joined by queue id.
 */
class PostfixReader implements LogReader {
  readonly #clock: LogClock;
  readonly #head: LineHead;
  readonly #mails = new PackedMemory<Mail>();
  /** The queue id of the last line that had one: those of one message often follow each other. */
  #lastId = '';

  constructor(options: LogOptions) {
    this.#clock = new LogClock(options);
    this.#head = new LineHead(this.#clock);
  }

  line(line: string, number: number): Reading | Reading[] | null {
    const head = this.#head;
    head.read(line);
    const text = head.text;
    const body = head.body;
    const idEnd = queueIdEnd(text, body);
    // The letter after `4D1F2A: ` tells the lines that matter from the many that do not.
    const at = idEnd < 0 ? body : idEnd + 2;
    switch (text.charCodeAt(at)) {
      case 116: // to=<…
        if (!text.startsWith('to=', at)) break;
        return this.#outcome(readPostfixStatus(text, at), idEnd < 0 ? null : this.#idAt(text, body, idEnd), number);
      case 102: // from=<…, filter: …
        if (idEnd < 0 || !text.startsWith('from=<', at)) break;
        return this.#from(text, body, idEnd, number);
      case 109: // message-id=<…>, milter-reject: …
        if (idEnd >= 0 && text.startsWith('message-id=', at)) {
          const messageId = text.slice(at + 11);
          if (messageId !== '') this.#mail(this.#idAt(text, body, idEnd)).messageId = detach(messageId);
          return null;
        }
        break;
      case 114: // removed, reject: …, reject_warning: …
        if (idEnd >= 0 && text.startsWith('removed', at)) {
          this.#mails.delete(this.#idAt(text, body, idEnd));
          return null;
        }
        break;
      case 104: // host mx.example.org[192.0.2.7] said: 450 … (the next host will be tried), hold: …
        if (text.startsWith('host ', at)) return this.#said(text, at, idEnd, number);
        break;
      case 112: // proxy-reject: …
      case 100: // discard: …
      case 119: // warn: …
        break;
      default:
        return head.afterTime === 0 ? this.#headless(text, number) : null;
    }
    const refusal = readPostfixReject(text, text.startsWith('NOQUEUE: ', at) ? at + 9 : at);
    if (refusal !== null) return this.#finish(refusal, idEnd < 0 ? null : this.#idAt(text, body, idEnd), number);
    return head.afterTime === 0 ? this.#headless(text, number) : null;
  }

  end(): Reading[] {
    return [];
  }

  /** A line whose head was cut off anywhere: `2.0.0.1]:25, delay=1, dsn=5.1.1, status=bounced (…)` */
  #headless(text: string, number: number): Reading | null {
    const status = text.indexOf('status=');
    if (
      status >= 0 &&
      /^(?:sent|deferred|bounced|expired|(?:un)?deliverable)\b/.test(text.slice(status + 7, status + 24))
    ) {
      const to = text.indexOf('to=<');
      const start = to >= 0 && to < status ? to : 0;
      const colon = start >= 2 ? text.lastIndexOf(': ', start - 1) : -1;
      const idAt = colon > 0 ? text.lastIndexOf(' ', colon - 1) + 1 : 0;
      const id = colon === start - 2 && queueIdEnd(text, idAt) === colon ? this.#idAt(text, idAt, colon) : null;
      return this.#outcome(readPostfixStatus(text, start), id, number);
    }
    const refusal = text.indexOf('reject: ');
    if (refusal < 0 || text.indexOf(' from ', refusal) < 0) return null;
    const at = text.lastIndexOf(' ', refusal) + 1;
    const reading = readPostfixReject(text, at);
    return reading === null ? null : this.#finish(reading, null, number);
  }

  /** qmgr: `from=<x@example.net>, size=…` and `from=<…>, status=expired, returned to sender` */
  #from(text: string, body: number, idEnd: number, number: number): Reading | Reading[] | null {
    const close = text.indexOf('>', idEnd + 8);
    if (close < 0) return null;
    const id = this.#idAt(text, body, idEnd);
    if (text.startsWith(', status=', close + 1)) return this.#expired(text, close, id, number);
    // pickup writes uid=… from=<…>, smtpd refusals have from= after other words: only qmgr's comes here
    this.#mail(id).sender = detach(text.slice(idEnd + 8, close));
    return null;
  }

  /** The queue gave up: all recipients that were still waiting have failed. */
  #expired(text: string, close: number, id: string, number: number): Reading | Reading[] | null {
    const words = text.slice(close + 10);
    if (!words.startsWith('expired') && !words.startsWith('force-expired')) return null;
    const waiting = this.#mails.get(id)?.waiting ?? null;
    const sender = text.slice(text.indexOf('from=<') + 6, close);
    const readings = (waiting === null || waiting.length === 0 ? [null] : waiting).map((last) => {
      const reading = newReading('log', 'postfix', 'bounce');
      reading.recipient = last?.recipient ?? null;
      reading.remoteHost = last?.host ?? null;
      reading.remoteIp = last?.ip ?? null;
      reading.dsnAction = 'failed';
      // why it waited so long is what its sender wants to know
      reading.diagnostic = last === null || last.words === null ? words : `${words}; last deferral: ${last.words}`;
      reading.hint = 'route.expired';
      this.#finish(reading, id, number);
      reading.sender = sender;
      return reading;
    });
    return readings.length === 1 ? (readings[0] ?? null) : readings;
  }

  /** One of several hosts refused; the recipient's outcome is logged later with status=, so no bounce yet. */
  #said(text: string, at: number, idEnd: number, number: number): Reading | null {
    if (text.indexOf('] said: ', at) < 0 && text.indexOf('] refused to talk to me: ', at) < 0) return null;
    const reading = newReading('log', 'postfix', 'other');
    readPostfixText(reading, text.slice(at));
    return this.#finish(reading, idEnd < 0 ? null : this.#idAt(text, this.#head.body, idEnd), number);
  }

  #outcome(reading: Reading | null, id: string | null, number: number): Reading | null {
    if (reading === null) return null;
    if (id !== null && reading.recipient !== null) this.#noteWaiting(id, reading.recipient, reading);
    this.#finish(reading, id, number);
    // It may stay in the queue for days.
    if (id !== null && reading.kind === 'deferral') this.#mails.pack(id);
    return reading;
  }

  #noteWaiting(id: string, recipient: string, { kind, diagnostic, remoteHost, remoteIp }: Reading): void {
    const waits = kind === 'deferral';
    const known = this.#mails.get(id)?.waiting ?? null;
    if (!waits && known === null) return;
    const mail = this.#mail(id);
    const waiting = mail.waiting ?? [];
    const place = waiting.findIndex((other) => other.recipient === recipient);
    if (!waits) {
      if (place >= 0) waiting.splice(place, 1);
      return;
    }
    const last = {
      recipient: detach(recipient),
      words: diagnostic === null ? null : detach(diagnostic.slice(0, MAX_WORDS)),
      host: remoteHost === null ? null : detach(remoteHost),
      ip: remoteIp === null ? null : detach(remoteIp),
    };
    if (place >= 0) waiting.splice(place, 1, last);
    else if (waiting.length < MAX_WAITING) {
      // not pushed to an empty array, which would reserve room for sixteen more
      if (waiting.length === 0) mail.waiting = [last];
      else waiting.push(last);
    }
  }

  #idAt(text: string, at: number, end: number): string {
    if (this.#lastId.length !== end - at || !text.startsWith(this.#lastId, at))
      this.#lastId = detach(text.slice(at, end));
    return this.#lastId;
  }

  #mail(id: string): Mail {
    const known = this.#mails.open(id);
    if (known !== undefined) return known;
    const mail: Mail = { sender: null, messageId: null, waiting: null };
    this.#mails.set(id, mail);
    return mail;
  }

  #finish(reading: Reading, id: string | null, number: number): Reading {
    const head = this.#head;
    reading.reportingMta = head.host();
    reading.position = String(number);
    stamp(reading, head.time(), head.yearMissing());
    const mail = id === null ? undefined : this.#mails.get(id);
    if (mail !== undefined) {
      reading.sender ??= mail.sender;
      reading.message.messageId = mail.messageId;
    }
    return reading;
  }
}

/** `4D1F2A: `, `48rT2v1hQrz1J0N: `: where the queue id ends, -1 where none stands here. */
function queueIdEnd(text: string, at: number): number {
  let end = at;
  const stop = at + MAX_QUEUE_ID;
  for (; end < stop; end++) {
    const code = text.charCodeAt(end);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))) break;
  }
  if (text.charCodeAt(end) !== 58 || text.charCodeAt(end + 1) !== 32 || end < at + 5) return -1;
  // reject: RCPT from … without the NOQUEUE of newer versions
  return end === at + 6 && text.startsWith('reject', at) ? -1 : end;
}

/** Postfix. */
export const postfix: LogDialect = {
  dialect: 'postfix',
  layout: 'syslog',
  programs: ['postfix'],
  recognises(line: string): number {
    if (/ postfix[^ ]{0,32}\/[a-z-]+\[\d+\]: /.test(line.slice(0, 400))) return 1;
    if (
      /status=(?:sent|deferred|bounced|expired|(?:un)?deliverable)\b/.test(line) &&
      /(?:to|relay|dsn|delays?)=/.test(line)
    )
      return 0.9;
    if (/\b(?:NOQUEUE|proxy-reject|milter-reject): /.test(line) && / proto=E?SMTP | from /.test(line)) return 0.8;
    return /^[0-9A-Za-z]{6,20}: (?:host \S+\[[^\]]+\] said: |from=<[^>]*>, (?:size|status)=|message-id=<)/.test(line)
      ? 0.7
      : 0;
  },
  create: (options) => new PostfixReader(options),
};
