import type { Kind, Reading } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LogScribe } from './log-scribe.ts';
import { detach, QueueMemory } from './queue-memory.ts';
import { bareAddress, enhancedStatus, oneLine, replyCodeAt, setRemote, stageOf } from './refusal.ts';

/** Sendmail's queue ids: 44REU0aB012345, older f4REU0a01234. */
const QUEUE_ID = /^[0-9A-Za-z]{10,20}$/;
/** One line names at most this many recipients that are read. */
const MAX_RECIPIENTS = 1000;
/** The outcomes of sysexits(3) that sendmail words itself and that are final. */
const FINAL =
  /^(?:User unknown|Host unknown|Service unavailable|Data format error|Remote protocol error|Local configuration error|Permission denied|Command line usage error|unavailable|Message .*too|rewrite: |5\d\d )/i;

interface Mail {
  sender: string | null;
  messageId: string | null;
}

/** Reads sendmail (op.me, "The System Log"; the fields of `to=` lines come from logdelivery() of deliver.c). */
class SendmailReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #mails = new QueueMemory<Mail>();

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('sendmail', options);
  }

  line(line: string, number: number): Reading | Reading[] | null {
    const { head } = this.#scribe;
    head.read(line);
    const { text } = head;
    let at = head.body;
    const colon = text.indexOf(': ', at);
    const id = colon > 0 && colon < at + 24 && QUEUE_ID.test(text.slice(at, colon)) ? text.slice(at, colon) : null;
    if (id !== null) at = colon + 2;
    if (text.startsWith('Milter: ', at)) at += 8;
    const isStat = text.startsWith('to=', at) && text.indexOf(', stat=', at) > 0;
    if (isStat) return this.#outcomes(text, at, id, number);
    if (text.indexOf('reject=', at) >= 0) return this.#rejection(text, at, id, number);
    if (id !== null && text.startsWith('from=', at)) {
      const sender = field(text, 'from=', at) ?? '';
      const messageId = field(text, 'msgid=', at);
      this.#mails.set(detach(id), {
        sender: detach(bareAddress(sender) ?? ''),
        messageId: messageId === null || messageId === '' ? null : detach(messageId),
      });
    }
    return null;
  }

  end(): Reading[] {
    return [];
  }

  /** `to=<a@example.org>,<b@example.org>, ctladdr=… (1/1), relay=mx. [192.0.2.7], dsn=5.1.1, stat=User unknown` */
  #outcomes(text: string, at: number, id: string | null, number: number): Reading[] {
    const statAt = text.indexOf(', stat=', at);
    const recipients = (field(text, 'to=', at) ?? '').split(',').slice(0, MAX_RECIPIENTS);
    const dsn = enhancedStatus(field(text, 'dsn=', at, statAt));
    const stat = text.slice(statAt + 7);
    const kind = kindOf(stat, dsn);
    const relay = field(text, 'relay=', at, statAt);
    const mail = id === null ? undefined : this.#mails.get(id);
    const said = statText(stat);
    return recipients.map((recipient) => {
      const reading = this.#scribe.reading(kind, number);
      reading.recipient = bareAddress(recipient);
      reading.enhancedStatus = dsn;
      if (relay?.includes('[') && !relay.includes('127.0.0.1')) setRemote(reading, relay.replace('. [', ' ['));
      reading.diagnostic = oneLine(said);
      reading.replyCode = replyCodeAt(said, 0);
      reading.sender = mail?.sender ?? null;
      reading.message.messageId = mail?.messageId ?? null;
      return reading;
    });
  }

  /** `ruleset=check_rcpt, arg1=<a@example.org>, relay=h [192.0.2.7], reject=550 5.7.1 <a@example.org>... Relaying denied` */
  #rejection(text: string, at: number, id: string | null, number: number): Reading {
    const rejectAt = text.indexOf('reject=', at);
    const words = text.slice(rejectAt + 7);
    const code = replyCodeAt(words, 0);
    const reading = this.#scribe.reading(code !== null && code < 500 ? 'deferral' : 'bounce', number);
    const ruleset = field(text, 'ruleset=', at, rejectAt);
    const argument = bareAddress(field(text, 'arg1=', at, rejectAt));
    const step = ruleset === null ? text.slice(at, at + 16) : ruleset.replace('check_', '');
    reading.stage = step.startsWith('relay') ? 'connect' : step.startsWith('to=') ? 'rcpt' : stageOf(step);
    if (ruleset === 'check_rcpt') reading.recipient = argument;
    else if (ruleset === 'check_mail') reading.sender = argument;
    else if (text.startsWith('to=', at)) reading.recipient = bareAddress(field(text, 'to=', at, rejectAt));
    reading.diagnostic = oneLine(words);
    reading.replyCode = code;
    reading.enhancedStatus = enhancedStatus(words.slice(4).split(' ', 1)[0]);
    const mail = id === null ? undefined : this.#mails.get(id);
    reading.sender ??= mail?.sender ?? null;
    return reading;
  }
}

function kindOf(stat: string, dsn: string | null): Kind {
  if (stat.startsWith('Sent')) return 'delivery';
  if (stat.startsWith('Deferred')) return 'deferral';
  if (stat.startsWith('queued')) return 'other';
  if (dsn !== null) return dsn.startsWith('5') ? 'bounce' : dsn.startsWith('4') ? 'deferral' : 'delivery';
  return FINAL.test(stat) ? 'bounce' : 'other';
}

/** `Sent (250 ok)` and `Deferred: 450 busy` hold the other server's words. */
function statText(stat: string): string {
  const sent = /^Sent \((.*)\)$/.exec(stat) ?? /^Deferred: (.*)$/.exec(stat);
  return sent?.[1] ?? stat;
}

/** The value of a field up to `, ` and the next name; a comma inside of a value has no blank behind it. */
function field(text: string, name: string, from: number, before: number = text.length): string | null {
  let at = text.indexOf(name, from);
  if (at > from && text.charCodeAt(at - 1) !== 32) at = text.indexOf(` ${name}`, from) + 1;
  if (at < from || at >= before) return null;
  const start = at + name.length;
  const end = text.indexOf(', ', start);
  return text.slice(start, end < 0 || end > before ? before : end);
}

/** Sendmail, also as sm-mta. */
export const sendmail: LogDialect = {
  dialect: 'sendmail',
  layout: 'syslog',
  programs: ['sendmail', 'sm-mta', 'sm-msp', 'sm-que'],
  recognises(line: string): number {
    if (/ (?:sendmail|sm-(?:mta|msp-queue|que))\[\d+\]: /.test(line.slice(0, 400))) return 1;
    if (/\bto=\S.*, (?:x?delay|mailer|dsn)=.*, stat=/.test(line.slice(0, 2000))) return 0.9;
    return /\bruleset=\w+, arg1=.*reject=/.test(line.slice(0, 2000)) ? 0.9 : 0;
  },
  create: (options) => new SendmailReader(options),
};
