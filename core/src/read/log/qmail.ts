import type { Kind, Reading, Stage } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LogScribe } from './log-scribe.ts';
import { detach, QueueMemory } from './queue-memory.ts';
import { ipOf, oneLine, replyCodeAt } from './refusal.ts';

const EVENT = /(?:^|\s)(info msg|starting delivery|delivery|end msg) (\d{1,20}):? ?(.*)$/;
const KINDS = new Map<string, Kind>([
  ['success', 'delivery'],
  ['failure', 'bounce'],
  ['deferral', 'deferral'],
]);
/** How qmail-remote words the step that was refused. */
const STEPS: readonly (readonly [string, Stage])[] = [
  ['does not like recipient', 'rcpt'],
  ['sender was rejected', 'mail'],
  ['greeting failed', 'connect'],
  ['my name was rejected', 'ehlo'],
  ['failed on DATA command', 'data'],
  ['failed after I sent the message', 'end-of-data'],
  ['establish an SMTP connection', 'connect'],
];
/** s/qmail: `Reject::RCPT::Failed_Rcptto S:[192.0.2.7]:h H:h F:x@example.net T:a@example.org` */
const SQMAIL = /\bReject::(RCPT|SNDR|ORIG|DATA)::(\S+)/;

/**
 * Reads qmail-send (and netqmail, notqmail, s/qmail), with TAI64N of multilog or within syslog
 * (qmail-log(5)). The recipient stands in `starting delivery`, the outcome in `delivery`.
 */
class QmailReader implements LogReader {
  readonly #scribe: LogScribe;
  readonly #senders = new QueueMemory<string>();
  readonly #deliveries = new QueueMemory<{ message: string; recipient: string }>();

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('qmail', options);
  }

  line(line: string, number: number): Reading | null {
    const { head } = this.#scribe;
    head.read(line);
    // `2026-05-27 14:30:00.000003500 delivery 7: failure` of tai64nlocal has no program: what looks like one is the event.
    const start = head.afterTime > 0 ? head.afterTime : head.body;
    const text = head.text.slice(start, start + 16_384);
    const found = EVENT.exec(text);
    if (found === null) return this.#refused(text, number);
    const [, event, id = '', rest = ''] = found;
    if (event === 'info msg') {
      const from = /from <([^>]*)>/.exec(rest);
      if (from !== null) this.#senders.set(detach(id), detach(from[1] ?? ''));
    } else if (event === 'starting delivery') {
      // msg 482 to remote ann@example.org
      const to = /^msg (\d+) to (?:local|remote) (.+)$/.exec(rest);
      if (to !== null)
        this.#deliveries.set(detach(id), { message: detach(to[1] ?? ''), recipient: detach(to[2] ?? '') });
    } else if (event === 'end msg') this.#senders.delete(id);
    else return this.#outcome(id, rest, number);
    return null;
  }

  end(): Reading[] {
    return [];
  }

  /** `failure: 192.0.2.7_does_not_like_recipient./Remote_host_said:_550_no_such_user/Giving_up_on_192.0.2.7./` */
  #outcome(id: string, rest: string, number: number): Reading | null {
    const colon = rest.indexOf(': ');
    const kind = KINDS.get(rest.slice(0, colon));
    if (kind === undefined) return null;
    const reading = this.#scribe.reading(kind, number);
    const delivery = this.#deliveries.get(id);
    this.#deliveries.delete(id);
    if (delivery !== undefined) {
      reading.recipient = delivery.recipient;
      reading.sender = this.#senders.get(delivery.message) ?? null;
    }
    // qmail-send writes _ for a blank and / for a line break, and never tells them from real ones.
    const text = rest
      .slice(colon + 2)
      .replaceAll('_', ' ')
      .replace(/\/$/, '');
    for (const [words, stage] of STEPS) if (text.includes(words)) reading.stage ??= stage;
    reading.remoteIp = ipOf(/(?:^|Connected to |Giving up on )([0-9a-fA-F:.]{3,45}?)\.?(?: |\/|$)/.exec(text)?.[1]);
    const mark = 'Remote host said: ';
    const said = text.indexOf(mark);
    const stop = text.indexOf('/Giving up on ', said);
    reading.diagnostic = oneLine(said < 0 ? text : text.slice(said + mark.length, stop < 0 ? undefined : stop));
    reading.replyCode = replyCodeAt(reading.diagnostic ?? '', 0);
    const status = /\(#([245]\.\d{1,3}\.\d{1,3})\)/.exec(reading.diagnostic ?? '');
    reading.enhancedStatus = status?.[1] ?? null;
    return reading;
  }

  #refused(text: string, number: number): Reading | null {
    const found = SQMAIL.exec(text);
    if (found === null) return null;
    const words = found[2] ?? '';
    const reading = this.#scribe.reading(/grey|temp/i.test(words) ? 'deferral' : 'bounce', number);
    reading.stage =
      found[1] === 'RCPT' ? 'rcpt' : found[1] === 'DATA' ? 'end-of-data' : found[1] === 'SNDR' ? 'mail' : null;
    reading.recipient = / T:(\S+)/.exec(text)?.[1] ?? null;
    reading.sender = / F:(\S+)/.exec(text)?.[1] ?? null;
    reading.diagnostic = words.replaceAll('_', ' ');
    return reading;
  }
}

/** qmail and its heirs. */
export const qmail: LogDialect = {
  dialect: 'qmail',
  layout: 'syslog',
  programs: ['qmail'],
  recognises(line: string): number {
    const start = line.slice(0, 500);
    if (
      /(?:^|\s)(?:starting delivery \d+: msg \d+ to |delivery \d+: (?:success|failure|deferral): |info msg \d+: bytes |(?:new|end) msg \d+$)/.test(
        start,
      )
    )
      return 1;
    return SQMAIL.test(start) ? 0.8 : 0;
  },
  create: (options) => new QmailReader(options),
};
