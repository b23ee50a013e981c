import type { Kind, Reading } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { readEximRejection } from './exim-rejection.ts';
import { readEximText, splitEximLine } from './exim-text.ts';
import { LogScribe } from './log-scribe.ts';
import { detach, QueueMemory } from './queue-memory.ts';
import { ipOf, oneLine, replyCodeAt } from './refusal.ts';

/** 1sBcDe-0004Xy-2A, since Exim 4.97 1sBcDe-00000004Xy1-2Abc */
const MESSAGE_ID = /^[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}$/;
const LINE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;
const FLAGS = new Map<string, Kind>([
  ['=>', 'delivery'],
  ['->', 'delivery'],
  ['>>', 'delivery'],
  ['**', 'bounce'],
  ['==', 'deferral'],
  ['*>', 'other'],
]);

interface Mail {
  sender: string | null;
  messageId: string | null;
  subject: string | null;
}

/** Reads Exim's main and reject log (https://www.exim.org/exim-html-current/doc/html/spec_html/ch-log_files.html). */
class EximReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #mails = new QueueMemory<Mail>();

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('exim', options);
  }

  line(line: string, number: number): Reading | null {
    const { head } = this.#scribe;
    head.read(line);
    const isExim = head.program().startsWith('exim');
    let text = head.text;
    let at = isExim || head.afterTime === 0 ? head.body : head.afterTime;
    if (isExim && LINE_TIME.test(text.slice(at, at + 19))) {
      // exim[312]: 2026-05-27 14:30:00 1sBc… : the inner time has a year
      text = text.slice(at);
      head.read(text);
      at = head.afterTime;
    }
    if (text.charCodeAt(at) === 91) {
      // [312] of log_selector = +pid
      const close = text.indexOf('] ', at);
      if (close > 0 && close < at + 12 && /^\d+$/.test(text.slice(at + 1, close))) at = close + 2;
    }
    const idEnd = text.indexOf(' ', at);
    const id = idEnd < 0 ? '' : text.slice(at, idEnd);
    if (!MESSAGE_ID.test(id)) return readEximRejection(this.#scribe, text.slice(at, at + 8192), number);
    const flag = text.slice(idEnd + 1, idEnd + 3);
    if (flag === '<=') return this.#arrived(id, text.slice(idEnd + 4));
    if (text.startsWith('Completed', idEnd + 1)) {
      this.#mails.delete(id);
      return null;
    }
    const kind = FLAGS.get(flag);
    const isFlag = kind !== undefined && text.charCodeAt(idEnd + 3) === 32;
    const reading = isFlag
      ? this.#delivery(kind, text.slice(idEnd + 4), number)
      : this.#loose(text.slice(idEnd + 1, idEnd + 8192), number);
    const mail = this.#mails.get(id);
    if (reading !== null && mail !== undefined) {
      reading.sender ??= mail.sender;
      reading.message.messageId = mail.messageId;
      reading.message.subject = mail.subject;
    }
    return reading;
  }

  end(): Reading[] {
    return [];
  }

  /** `x@example.net H=… P=esmtps S=812 id=abc@example.net T="Hello"` */
  #arrived(id: string, text: string): null {
    const space = text.indexOf(' ');
    const sender = space < 0 ? text : text.slice(0, space);
    const { fields } = splitEximLine(text);
    const messageId = fields.get('id');
    const subject = fields.get('T');
    this.#mails.set(detach(id), {
      sender: sender === '<>' ? '' : detach(sender),
      messageId: messageId === undefined ? null : detach(`<${messageId}>`),
      subject: subject === undefined ? null : detach(subject),
    });
    return null;
  }

  /** `ann@example.org <info@example.net> R=dnslookup T=remote_smtp H=mx [192.0.2.7]: SMTP error …` */
  #delivery(kind: Kind, line: string, number: number): Reading {
    const { address, parent, fields, text } = splitEximLine(line);
    const reading = this.#scribe.reading(kind, number);
    const isAddress = address.includes('@') && !/^[|/:]/.test(address);
    reading.recipient = isAddress ? address : (parent ?? (address === '' ? null : address));
    if (isAddress && parent !== null && parent !== address) reading.originalRecipient = parent;
    const host = fields.get('H');
    if (host !== undefined) reading.remoteHost = host;
    reading.remoteIp = ipOf(fields.get('H ip'));
    const sender = fields.get('F');
    if (sender !== undefined) reading.sender = sender.replace(/^<(.*)>$/, '$1');
    if (kind === 'delivery') {
      reading.diagnostic = oneLine(fields.get('C') ?? text);
      reading.replyCode = replyCodeAt(reading.diagnostic ?? '', 0);
      return reading;
    }
    readEximText(reading, text);
    return reading;
  }

  /** `H=mx [192.0.2.7]: SMTP error from remote mail server after RCPT TO:<…>: 451 …`: the outcome comes in a later line */
  #loose(line: string, number: number): Reading | null {
    const at = line.search(/(?:SMTP|LMTP) error from remote mail(?:er| server) after /);
    if (at < 0) return readEximRejection(this.#scribe, line, number);
    const reading = this.#scribe.reading('other', number);
    const { fields } = splitEximLine(` ${line}`);
    reading.remoteHost = fields.get('H') ?? null;
    reading.remoteIp = ipOf(fields.get('H ip'));
    reading.recipient = /RCPT TO:<([^>\s]+)>/.exec(line.slice(at, at + 400))?.[1] ?? null;
    readEximText(reading, line.slice(at));
    return reading;
  }
}

/** Exim. */
export const exim: LogDialect = {
  dialect: 'exim',
  layout: 'syslog',
  programs: ['exim'],
  recognises(line: string): number {
    const start = line.slice(0, 400);
    if (
      /(?:^|[ \]])[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4} (?:<=|=>|->|>>|\*\*|==|\*>|Completed|H=)/.test(
        start,
      )
    )
      return 1;
    if (
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(start) &&
      / (?:F=<[^>]*> )?(?:temporarily )?rejected (?:RCPT|MAIL|connection|after DATA|EHLO)/.test(start)
    )
      return 0.9;
    return /\bexim\[\d+\]: /.test(start) ? 0.6 : 0;
  },
  create: (options) => new EximReader(options),
};
