import { readJsonLine } from './json-line.ts';
import type { LogClock } from './log-clock.ts';
import { detach } from './queue-memory.ts';
import { readTai64n } from './tai64n.ts';

const SPACE = 32;
const MAX_PROGRAM = 64;
const MAX_HEAD = 400;
/** A docker prefix inside a kubernetes prefix is seen in the wild; deeper nesting only in attacks. */
const MAX_WRAPPERS = 3;

type TimeKind = 'none' | 'bsd' | 'iso';

/**
 * What stands before the message of a log line, as offsets, so that a line that is dismissed costs no
 * string. One object is used for all lines of a log. Read are: BSD syslog (`May 27 14:30:00 mx1
 * postfix/smtp[312]: …`), ISO times of rsyslog and journald, RFC 5424, journald as JSON, the JSON and
 * prefixes of docker and kubernetes, TAI64N, and lines with no head at all.
 */
export class LineHead {
  /** The line, or what was wrapped in it. */
  text = '';
  /** Where the message begins. */
  body = 0;
  /** Where what follows the time begins; 0 where there is no time. */
  afterTime = 0;
  programAt = 0;
  programEnd = 0;
  #hostAt = 0;
  #hostEnd = 0;
  #timeAt = 0;
  #timeEnd = 0;
  #timeKind: TimeKind = 'none';
  /** From a wrapper (JSON, container prefix): a whole ISO time, or null. */
  #outerTime: string | null = null;
  #outerHost: string | null = null;
  #outerProgram: string | null = null;
  /** The host of the last line and the space behind it, where it has only letters, digits, dots and hyphens. */
  #usualHost = ' ';
  readonly #clock: LogClock;

  constructor(clock: LogClock) {
    this.#clock = clock;
  }

  read(line: string): void {
    this.#outerTime = null;
    this.#outerHost = null;
    this.#outerProgram = null;
    this.#read(line, 0, 0);
  }

  /** The log host, null where the line does not say it. */
  host(): string | null {
    return this.#hostEnd > this.#hostAt ? this.text.slice(this.#hostAt, this.#hostEnd) : this.#outerHost;
  }

  /** `postfix/smtp`, `exim`; empty where the line does not say it. */
  program(): string {
    if (this.programEnd > this.programAt) return this.text.slice(this.programAt, this.programEnd);
    return this.#outerProgram ?? '';
  }

  time(): string | null {
    if (this.#outerTime !== null) return this.#outerTime;
    if (this.#timeKind === 'iso') return this.#clock.iso(this.text, this.#timeAt, this.#timeEnd);
    if (this.#timeKind === 'none') return null;
    const fractionAt = this.#timeAt + 16;
    const fraction =
      this.#timeEnd > fractionAt ? this.text.slice(fractionAt, Math.min(this.#timeEnd, fractionAt + 9)) : '';
    return this.#clock.syslog(this.text, this.#timeAt, /^\d*$/.test(fraction) ? fraction : '');
  }

  /** True where only the year is missing. */
  yearMissing(): boolean {
    return this.#timeKind === 'bsd' && this.#outerTime === null && !this.#clock.knowsYear;
  }

  #read(text: string, start: number, wrappers: number): void {
    this.text = text;
    this.body = start;
    this.afterTime = 0;
    this.programAt = 0;
    this.programEnd = 0;
    this.#hostAt = 0;
    this.#hostEnd = 0;
    this.#timeKind = 'none';
    let at = start;
    const first = text.charCodeAt(at);
    if (first === 123 && wrappers < MAX_WRAPPERS) {
      // {
      this.#readJson(text, start, wrappers);
      return;
    }
    if (first === 64) {
      // @
      this.#readTai(text, start);
      return;
    }
    if (first === 60) {
      // <22>May 27 …, <22>1 2026-05-27T14:30:00Z …
      const close = text.indexOf('>', at);
      if (close < 0 || close > at + 4) return;
      at = close + 1;
      if (text.startsWith('1 ', at)) {
        this.#readRfc5424(text, at + 2);
        return;
      }
    }
    const end = this.#findTime(text, at);
    if (end < 0) {
      if (first !== 60 && wrappers < MAX_WRAPPERS) this.#readPiped(text, start, wrappers);
      return;
    }
    this.afterTime = end + 1;
    this.body = end + 1;
    if (this.#kind() === 'iso' && wrappers < MAX_WRAPPERS && this.#unwrapContainer(text, end + 1, wrappers)) return;
    this.#readHostAndProgram(text, end + 1);
  }

  /** The compiler does not see that #findTime sets it. */
  #kind(): TimeKind {
    return this.#timeKind;
  }

  /** Returns where the time ends, -1 where none stands here. */
  #findTime(text: string, start: number): number {
    let at = start;
    // journalctl -o short-full: Wed 2026-05-27 14:30:00 UTC mx1 …
    if (text.charCodeAt(at + 3) === SPACE && text.charCodeAt(at + 8) === 45 && text.charCodeAt(at + 11) === 45) at += 4;
    if (text.charCodeAt(at + 6) === SPACE && text.charCodeAt(at + 9) === 58 && text.charCodeAt(at + 12) === 58) {
      if (text.charCodeAt(at + 3) !== SPACE) return -1;
      let end = at + 15;
      const next = text.charCodeAt(end);
      if (next === 46 || next === 44) end = text.indexOf(' ', end);
      if (end < 0 || end > at + 26 || (text.charCodeAt(end) !== SPACE && end < text.length)) return -1;
      this.#timeKind = 'bsd';
      this.#timeAt = at;
      this.#timeEnd = end;
      return end;
    }
    if (text.charCodeAt(at + 4) !== 45 || text.charCodeAt(at + 7) !== 45 || text.charCodeAt(at + 13) !== 58) return -1;
    let end = text.indexOf(' ', at + 11);
    if (end < 0) end = text.length;
    if (end > at + 36 || end < at + 19) return -1;
    // 2026-05-27 14:30:00 +0200, 2026-05-27 14:30:00 UTC
    const sign = text.charCodeAt(end + 1);
    if ((sign === 43 || sign === 45) && text.charCodeAt(end + 6) === SPACE) end += 6;
    else if (text.startsWith(' UTC ', end) || text.startsWith(' GMT ', end)) end += 4;
    this.#timeKind = 'iso';
    this.#timeAt = at;
    this.#timeEnd = end;
    return end;
  }

  /** `mx1 postfix/smtp[312]: `, `postfix/smtp[312]: `, `mx1 exim: [ID 197553 mail.info] ` */
  #readHostAndProgram(text: string, start: number): void {
    if (text.startsWith(this.#usualHost, start)) {
      const program = start + this.#usualHost.length;
      const end = programEnd(text, program);
      if (end < 0) return;
      this.#hostAt = start;
      this.#hostEnd = program - 1;
      this.#setProgram(text, program, end);
      return;
    }
    let at = start;
    // FreeBSD's syslogd -v: <mail.info> before the host
    if (text.charCodeAt(at) === 60) {
      const close = text.indexOf('> ', at);
      if (close > 0 && close < at + 24) at = close + 2;
    }
    const space = text.indexOf(' ', at);
    if (space < 0 || space > at + 255) return;
    const end = programEnd(text, at);
    if (end > 0) {
      this.#setProgram(text, at, end);
      return;
    }
    const second = programEnd(text, space + 1);
    if (second < 0) return;
    this.#hostAt = at;
    this.#hostEnd = space;
    if (/^[\w.-]+ $/.test(text.slice(at, space + 1))) this.#usualHost = detach(text.slice(at, space + 1));
    this.#setProgram(text, space + 1, second);
  }

  #setProgram(text: string, at: number, end: number): void {
    this.programAt = at;
    this.programEnd = end;
    let body = end + 1;
    if (text.charCodeAt(end) === 91) body = text.indexOf(']', end) + 2;
    if (text.charCodeAt(body) === SPACE) body++;
    // Solaris
    if (text.startsWith('[ID ', body)) {
      const close = text.indexOf('] ', body);
      if (close > 0 && close < body + 40) body = close + 2;
    }
    this.body = body;
  }

  /** `2026-05-27T14:30:00Z mx1 postfix/smtp 312 - [x@1 a="b"] message` */
  #readRfc5424(text: string, start: number): void {
    const ends: number[] = [];
    let at = start;
    for (let token = 0; token < 5; token++) {
      const space = text.indexOf(' ', at);
      if (space < 0 || space > start + MAX_HEAD) return;
      ends.push(space);
      at = space + 1;
    }
    if (text.startsWith('- ', at)) at += 2;
    else if (text.charCodeAt(at) === 91) {
      // A structured element ends with ], and the next one follows without a space.
      const close = text.indexOf('] ', at);
      at = close < 0 ? text.length : close + 2;
    }
    if (text.charCodeAt(at) === 0xfeff) at++;
    const [timeEnd = 0, hostEnd = 0, programStop = 0] = ends;
    this.#timeKind = 'iso';
    this.#timeAt = start;
    this.#timeEnd = timeEnd;
    this.afterTime = timeEnd + 1;
    if (text.charCodeAt(timeEnd + 1) !== 45 || hostEnd !== timeEnd + 2) {
      this.#hostAt = timeEnd + 1;
      this.#hostEnd = hostEnd;
    }
    this.programAt = hostEnd + 1;
    this.programEnd = programStop;
    this.body = at;
  }

  /** `@40000000683584a80bebc200 delivery 5: …` (multilog) */
  #readTai(text: string, start: number): void {
    const iso = readTai64n(text.slice(start, start + 25));
    if (iso === null) return;
    this.#outerTime ??= iso;
    this.afterTime = start + 26;
    this.body = start + 26;
  }

  #readJson(text: string, start: number, wrappers: number): void {
    const wrapped = readJsonLine(start === 0 ? text : text.slice(start), this.#clock.offset);
    if (wrapped === null) return;
    this.#outerTime ??= wrapped.time;
    this.#outerHost ??= wrapped.host;
    this.#outerProgram ??= wrapped.program;
    this.#read(wrapped.text, 0, wrappers + 1);
  }

  /** `mail-1  | May 27 …` (docker compose) */
  #readPiped(text: string, start: number, wrappers: number): void {
    const bar = text.indexOf('|', start);
    if (bar < 0 || bar > start + MAX_PROGRAM || text.charCodeAt(bar + 1) !== SPACE) return;
    const next = text.charCodeAt(bar + 2);
    const isHead = (next >= 65 && next <= 90) || next === 50 || next === 60 || next === 64 || next === 123;
    if (isHead) this.#read(text, bar + 2, wrappers + 1);
  }

  /** `stdout F May 27 …` (kubernetes), or a second time after the one of `docker logs -t`. */
  #unwrapContainer(text: string, start: number, wrappers: number): boolean {
    let at = start;
    if (text.startsWith('stdout ', at) || text.startsWith('stderr ', at)) at += 9;
    else if (!isMonth(text, at)) return false;
    this.#outerTime = this.#clock.iso(text, this.#timeAt, this.#timeEnd) ?? this.#outerTime;
    this.#read(text, at, wrappers + 1);
    return true;
  }
}

function isMonth(text: string, at: number): boolean {
  return text.charCodeAt(at + 3) === SPACE && text.charCodeAt(at + 9) === 58 && text.charCodeAt(at + 12) === 58;
}

/** Where the name of a program ends: at `[312]:` or at `: `. -1 where no such name begins here. */
function programEnd(text: string, start: number): number {
  const stop = Math.min(text.length, start + MAX_PROGRAM);
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) {
      const next = text.charCodeAt(at + 1);
      return at > start && (next === SPACE || Number.isNaN(next)) ? at : -1;
    }
    if (code === 91) {
      const close = text.indexOf(']', at);
      return at > start && close > 0 && close < at + 16 && text.charCodeAt(close + 1) === 58 ? at : -1;
    }
    const isName =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 45 && code <= 57) ||
      code === 95 ||
      code === 64;
    if (!isName) return -1;
  }
  return -1;
}
