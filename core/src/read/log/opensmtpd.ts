import type { Kind, Reading } from '../../reading.ts';
import type { LogDialect, LogOptions, LogReader } from './dialect.ts';
import { LogScribe } from './log-scribe.ts';
import { bareAddress, ipOf, oneLine, replyCodeAt } from './refusal.ts';

const RESULTS = new Map<string, Kind>([
  ['Ok', 'delivery'],
  ['TempFail', 'deferral'],
  ['PermFail', 'bounce'],
  ['Loop', 'bounce'],
  ['Expire', 'bounce'],
]);
const NEW_FORM = /\b(?:mta|mda) delivery evpid=/;
/** Until 5.9: `relay: PermFail for 1a2b: session=…`, `delivery: Ok for 1a2b: from=<…>, …` */
const OLD_FORM = /(?:^|\s)(?:relay|delivery): (Ok|TempFail|PermFail|Loop|Expire) for [0-9a-f]+: /;
const REFUSED =
  /\bfailed-command (?:address=\S+ host=\S+ )?command="?RCPT TO:\s?<([^">]+)>[^"]*"? result="(\d{3} [^"]*)"/;

/** Reads OpenSMTPD, whose lines come from mta_log() of mta.c and mda_log() of mda.c. */
class OpensmtpdReader implements LogReader {
  readonly #scribe: LogScribe;

  constructor(options: LogOptions) {
    this.#scribe = new LogScribe('opensmtpd', options);
  }

  line(line: string, number: number): Reading | null {
    const { head } = this.#scribe;
    head.read(line);
    const text = head.text.slice(head.body, head.body + 16_384);
    const old = OLD_FORM.exec(text);
    if (old === null && !NEW_FORM.test(text)) return this.#refused(text, number);
    const kind = RESULTS.get(old === null ? (field(text, 'result', ' ') ?? '') : (old[1] ?? ''));
    if (kind === undefined) return null;
    const end = old === null ? ' ' : ', ';
    const reading = this.#scribe.reading(kind, number);
    const to = bareAddress(field(text, 'to', end));
    const rcpt = bareAddress(field(text, 'rcpt', end));
    reading.recipient = to;
    // rcpt= is what the client named, to= what the aliases made of it
    if (rcpt !== null && rcpt !== '-' && rcpt !== to) reading.originalRecipient = rcpt;
    const from = field(text, 'from', end);
    reading.sender = from === null ? null : from.replace(/^<(.*)>$/, '$1');
    const relay = /^(\S+)(?: \((.+)\))?$/.exec(field(text, 'relay', end) ?? '');
    reading.remoteIp = ipOf(relay?.[1]);
    reading.remoteHost = relay?.[2] ?? (reading.remoteIp === null && relay?.[1] !== '-' ? (relay?.[1] ?? null) : null);
    reading.diagnostic = oneLine(lastField(text));
    reading.replyCode = replyCodeAt(reading.diagnostic ?? '', 0);
    return reading;
  }

  end(): Reading[] {
    return [];
  }

  /** `smtp failed-command command="RCPT TO:<a@example.org>" result="550 Invalid recipient"` */
  #refused(text: string, number: number): Reading | null {
    const found = text.includes('failed-command') ? REFUSED.exec(text) : null;
    if (found === null) return null;
    const reply = found[2] ?? '';
    const reading = this.#scribe.reading(reply.startsWith('4') ? 'deferral' : 'bounce', number);
    reading.recipient = found[1] ?? null;
    reading.stage = 'rcpt';
    reading.diagnostic = reply;
    reading.replyCode = replyCodeAt(reply, 0);
    return reading;
  }
}

function field(text: string, name: string, end: string): string | null {
  const at = text.indexOf(` ${name}=`);
  if (at < 0) return null;
  const start = at + name.length + 2;
  if (text.charCodeAt(start) === 34) {
    const close = text.indexOf('"', start + 1);
    return text.slice(start + 1, close < 0 ? undefined : close);
  }
  const stop = text.charCodeAt(start) === 60 ? text.indexOf('>', start) + 1 : text.indexOf(end, start);
  return text.slice(start, stop <= start ? undefined : stop);
}

/** stat= comes last, so quotes inside of it do not end it. */
function lastField(text: string): string {
  const at = text.indexOf(' stat=');
  if (at < 0) return '';
  const stat = text.slice(at + 6);
  return stat.startsWith('"') ? stat.slice(1, stat.endsWith('"') && stat.length > 1 ? -1 : undefined) : stat;
}

/** OpenSMTPD, the new form of its lines (since 5.9) and the old one. */
export const opensmtpd: LogDialect = {
  dialect: 'opensmtpd',
  layout: 'syslog',
  programs: ['smtpd', 'opensmtpd'],
  recognises(line: string): number {
    const start = line.slice(0, 1000);
    if (NEW_FORM.test(start)) return 1;
    if (OLD_FORM.test(start) && start.includes('stat=')) return 1;
    return / smtpd\[\d+\]: (?:[0-9a-f]{16} (?:smtp|mta) |smtp-(?:in|out): )/.test(start) ? 0.9 : 0;
  },
  create: (options) => new OpensmtpdReader(options),
};
