import { readIsoTime, readUnixTime } from './iso-time.ts';

/** A wrapper is read as JSON only up to this length: a longer one is no log line. */
const MAX_JSON_LINE = 256 * 1024;

export interface WrappedLine {
  text: string;
  time: string | null;
  host: string | null;
  program: string | null;
}

/** The object on a line, null where there is none. */
export function parseJsonLine(line: string): Record<string, unknown> | null {
  if (line.length > MAX_JSON_LINE) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/**
 * Takes a log line out of `journalctl -o json` (systemd.journal-fields(7)) or of docker's json-file driver
 * (`{"log":"…\n","stream":"stdout","time":"…"}`). Null where the line is neither.
 */
export function readJsonLine(line: string, offset: number): WrappedLine | null {
  if (!line.includes('"MESSAGE"') && !line.includes('"log"')) return null;
  const object = parseJsonLine(line);
  if (object === null) return null;
  const message = field(object, 'MESSAGE');
  if (message !== undefined) {
    const time = field(object, '_SOURCE_REALTIME_TIMESTAMP') ?? field(object, '__REALTIME_TIMESTAMP');
    return {
      text: oneLine(bytesAsText(message)),
      time: typeof time === 'string' || typeof time === 'number' ? readUnixTime(Number(time) / 1e6) : null,
      host: textOf(field(object, '_HOSTNAME')),
      program: textOf(field(object, 'SYSLOG_IDENTIFIER')) ?? textOf(field(object, '_COMM')),
    };
  }
  const log = field(object, 'log');
  if (typeof log !== 'string') return null;
  const time = field(object, 'time');
  return {
    text: oneLine(log),
    time: typeof time === 'string' ? readIsoTime(time, offset) : null,
    host: null,
    program: null,
  };
}

function field(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** journald writes a message that is no clean UTF-8 as an array of bytes. */
function bytesAsText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return new TextDecoder().decode(Uint8Array.from(value, (byte) => (typeof byte === 'number' ? byte : 0x3f)));
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+$/, '').replace(/[\r\n]+/g, ' ');
}
