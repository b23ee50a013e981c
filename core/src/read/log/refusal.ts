import type { Reading, Stage } from '../../reading.ts';

/** The SMTP command or session step at the start of `text` as a stage. */
export function stageOf(text: string): Stage | null {
  const step = text.slice(0, 48).toUpperCase();
  if (step.startsWith('RCPT') || step.startsWith('VRFY')) return 'rcpt';
  if (step.startsWith('MAIL')) return 'mail';
  if (step.startsWith('DATA') || step.startsWith('BDAT') || step.startsWith('MESSAGE BODY')) return 'data';
  if (step.startsWith('END') || step === '.' || step.startsWith('SENDING END')) return 'end-of-data';
  if (step.startsWith('EHLO') || step.startsWith('HELO') || step.startsWith('LHLO')) return 'ehlo';
  if (step.startsWith('AUTH')) return 'auth';
  if (step.startsWith('CONNECT') || step.startsWith('INITIAL') || step.startsWith('THE INITIAL')) return 'connect';
  return null;
}

/** The reply code at `at`, null where no three digits from 200 to 599 stand alone there. */
export function replyCodeAt(text: string, at: number): number | null {
  const first = text.charCodeAt(at) - 48;
  const second = text.charCodeAt(at + 1) - 48;
  const third = text.charCodeAt(at + 2) - 48;
  if (!(first >= 2 && first <= 5 && second >= 0 && second <= 9 && third >= 0 && third <= 9)) return null;
  const next = text.charCodeAt(at + 3);
  if (next !== 32 && next !== 45 && !Number.isNaN(next)) return null;
  return first * 100 + second * 10 + third;
}

const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}$/;

/** `5.1.1` or null. */
export function enhancedStatus(text: string | null | undefined): string | null {
  return typeof text === 'string' && text.length <= 9 && ENHANCED.test(text) ? text : null;
}

/** Text without line breaks and NULs on one line, null where nothing is left. */
export function oneLine(text: string | null | undefined): string | null {
  if (typeof text !== 'string') return null;
  const folded = text.replace(/[\r\n\0]+/g, ' ').trim();
  return folded === '' ? null : folded;
}

/** `<user@example.org>` or `user@example.org` without the brackets, null for nothing. */
export function bareAddress(text: string | null | undefined): string | null {
  if (typeof text !== 'string') return null;
  const trimmed = text.trim();
  const bare = trimmed.startsWith('<') && trimmed.endsWith('>') ? trimmed.slice(1, -1) : trimmed;
  return bare === '' ? null : bare;
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]{1,45})$/;

/** An IPv4 or IPv6 address (`IPv6:` before it is dropped), null for anything else. */
export function ipOf(text: string | null | undefined): string | null {
  if (typeof text !== 'string' || text.length > 52) return null;
  const bare = text.startsWith('IPv6:') ? text.slice(5) : text;
  return ADDRESS.test(bare) ? bare : null;
}

/** `mx.example.org[192.0.2.7]:25`, `mx.example.org. [192.0.2.7]`, `mx.example.org` into the reading. */
export function setRemote(reading: Reading, text: string): void {
  const open = text.indexOf('[');
  if (open < 0) {
    reading.remoteHost = oneLine(text);
    return;
  }
  const close = text.indexOf(']', open);
  reading.remoteIp = ipOf(text.slice(open + 1, close < 0 ? undefined : close));
  const host = text.slice(0, open).trim();
  if (host !== '') reading.remoteHost = host;
}
