import type { Kind, Reading } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LogScribe } from './log-scribe.ts';
import { detach, QueueMemory } from './queue-memory.ts';
import { bareAddress, enhancedStatus, ipOf, oneLine, replyCodeAt } from './refusal.ts';

const LINE =
  /\[(?:EMERG|ALERT|CRIT|ERROR|WARN|NOTICE|INFO|DEBUG|PROTOCOL|DATA)\] \[([0-9A-Z-]{36}[0-9.]*|-)\] \[([^\]]{1,64})\]\s+(.*)$/;
const RECIPIENT = /^recipient (<[^>]*>|\S+) (deferred|rejected|bounced): (.*)$/;
const OWN = /^recipient (<[^>]*>|\S+) code=(\w+)(?: (?:msg|text)="([^"]*)")?/;
const MAX_RECIPIENTS = 1000;

interface Mail {
  sender: string | null;
  messageId: string | null;
  recipients: Set<string>;
}

/**
 * Reads Haraka's own log (`[NOTICE] [uuid] [outbound] delivered …`, hmail.js). A delivered line names no
 * recipient: those that the transaction had in that domain and that were not refused got it.
 */
class HarakaReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #mails = new QueueMemory<Mail>();

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('haraka', options);
  }

  line(line: string, number: number): Reading | Reading[] | null {
    const { head } = this.#scribe;
    head.read(line);
    const found = LINE.exec(head.text.slice(0, 16_384));
    if (found === null) return null;
    const [, uuid = '-', , text = ''] = found;
    // outbound adds .1 and so on to the id of the transaction: 1B01…482.1.1 of 1B01…482.1
    const transaction = uuid.split('.').slice(0, 2).join('.');
    const refused = RECIPIENT.exec(text);
    if (refused !== null) return this.#refused(transaction, refused, number);
    if (text.startsWith('delivered ')) return this.#delivered(transaction, text, number);
    const own = OWN.exec(text);
    if (own !== null) return this.#accepted(transaction, own, number);
    if (text.startsWith('sender <')) this.#mail(transaction).sender = detach(text.slice(8, text.indexOf('>')));
    const mid = /^message mid="?([^" ]+)/.exec(text);
    if (mid !== null) this.#mail(transaction).messageId = detach(mid[1] ?? '');
    return null;
  }

  end(): Reading[] {
    return [];
  }

  /** `recipient <ann@example.org> rejected: 550 5.1.1 No such user` */
  #refused(transaction: string, found: RegExpExecArray, number: number): Reading {
    const words = found[3] ?? '';
    const reading = this.#reading(found[2] === 'deferred' ? 'deferral' : 'bounce', transaction, number);
    reading.recipient = bareAddress(found[1]);
    reading.stage = 'rcpt';
    reading.diagnostic = oneLine(words);
    reading.replyCode = replyCodeAt(words, 0);
    reading.enhancedStatus = enhancedStatus(words.slice(4).split(' ', 1)[0]);
    if (reading.recipient !== null) this.#mails.get(transaction)?.recipients.delete(reading.recipient);
    return reading;
  }

  /** `delivered file=… domain="example.org" host="mx.example.org" ip=192.0.2.7 response="Ok" delay=1 rcpts=1/0/0` */
  #delivered(transaction: string, text: string, number: number): Reading | Reading[] {
    const domain = field(text, 'domain')?.toLowerCase() ?? null;
    const mine = [...(this.#mails.get(transaction)?.recipients ?? [])].filter(
      (recipient) => domain !== null && recipient.toLowerCase().endsWith(`@${domain}`),
    );
    const count = Number.parseInt(field(text, 'rcpts') ?? '', 10);
    // Where the count does not agree, an address could be called delivered that was not.
    const sure = mine.length > 0 && (Number.isNaN(count) || count === mine.length);
    const readings = (sure ? mine : [null]).map((recipient) => {
      const reading = this.#reading('delivery', transaction, number);
      reading.recipient = recipient;
      reading.remoteHost = field(text, 'host');
      reading.remoteIp = ipOf(field(text, 'ip'));
      reading.diagnostic = oneLine(field(text, 'response'));
      return reading;
    });
    return readings.length === 1 && readings[0] !== undefined ? readings[0] : readings;
  }

  /** `recipient <ann@example.org> code=OK relay=Y`, or the own server's refusal: code=DENY */
  #accepted(transaction: string, found: RegExpExecArray, number: number): Reading | null {
    const address = bareAddress(found[1]);
    const code = found[2] ?? '';
    if (code.startsWith('DENY')) {
      const reading = this.#reading(code.startsWith('DENYSOFT') ? 'deferral' : 'bounce', transaction, number);
      reading.recipient = address;
      reading.stage = 'rcpt';
      reading.diagnostic = oneLine(found[3]);
      return reading;
    }
    const mail = this.#mail(transaction);
    if (address !== null && mail.recipients.size < MAX_RECIPIENTS) mail.recipients.add(detach(address));
    return null;
  }

  #reading(kind: Kind, transaction: string, number: number): Reading {
    const reading = this.#scribe.reading(kind, number);
    const mail = this.#mails.get(transaction);
    reading.sender = mail?.sender ?? null;
    reading.message.messageId = mail?.messageId ?? null;
    return reading;
  }

  #mail(transaction: string): Mail {
    const known = this.#mails.get(transaction);
    if (known !== undefined) return known;
    const mail: Mail = { sender: null, messageId: null, recipients: new Set() };
    if (transaction !== '-') this.#mails.set(detach(transaction), mail);
    return mail;
  }
}

function field(text: string, name: string): string | null {
  const at = text.indexOf(` ${name}=`);
  if (at < 0) return null;
  const start = at + name.length + 2;
  const quoted = text.charCodeAt(start) === 34;
  const end = quoted ? text.indexOf('" ', start + 1) : text.indexOf(' ', start);
  return text.slice(quoted ? start + 1 : start, end < 0 ? undefined : end) || null;
}

/** Haraka. */
export const haraka: LogDialect = {
  dialect: 'haraka',
  layout: 'syslog',
  programs: ['haraka', 'Haraka'],
  recognises: (line) => (LINE.test(line.slice(0, 400)) ? 1 : 0),
  create: (options) => new HarakaReader(options),
};
