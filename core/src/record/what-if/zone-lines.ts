/** One record of a zone file, its data still as it is written. */
export interface ZoneLine {
  /** As it is written: `@`, `_dmarc`, `example.com.`; null where the line begins with a blank and goes on with the one before. */
  readonly name: string | null;
  /** In capitals. */
  readonly type: string;
  readonly data: string;
}

/** Lines that one record in parentheses may take. */
const MAX_CONTINUED = 50;
/** Words before the type: name, time to live, class. */
const MAX_WORDS = 4;

/** Longest name as it is written, with escapes (RFC 1035 section 2.3.4). */
const MAX_NAME_WORD = 1100;

/** Types of records that a line is known by. */
const TYPES = /^(?:TXT|SPF|A|AAAA|MX|CNAME|NS|SOA|SRV|CAA|TLSA|PTR)$/i;

/** Lines of a text, those that a parenthesis holds together as one; comments stay. */
export function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open: string[] | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (open === null) {
      if (opensParenthesis(line)) open = [line];
      else lines.push(line);
      continue;
    }
    open.push(line);
    if (/\)\s*(?:;.*)?$/.test(line.slice(-200)) || open.length === MAX_CONTINUED) {
      lines.push(open.join(' '));
      open = null;
    }
  }
  if (open !== null) lines.push(open.join(' '));
  return lines;
}

/** Whether a parenthesis stands right after the type and none closes it on the same line. */
function opensParenthesis(line: string): boolean {
  const data = readZoneLine(line)?.data ?? '';
  return data.startsWith('(') && !data.includes(')');
}

/** Reads `name [ttl] [class] TYPE data` (RFC 1035 section 5.1); null for what has no type where one would stand. */
export function readZoneLine(line: string): ZoneLine | null {
  // `v=spf1 mx -all` is a record without a name, though a type seems to stand in it
  if (/^[^\s]*[="]/.test(line.slice(0, MAX_NAME_WORD))) return null;
  const word = /\S+/g;
  const words: string[] = [];
  while (words.length < MAX_WORDS + 1) {
    const [found] = word.exec(line) ?? [];
    if (found === undefined) return null;
    const isFirst = words.length === 0 && !/^\s/.test(line);
    if (!isFirst && TYPES.test(found)) {
      const between = words.slice(/^\s/.test(line) ? 0 : 1);
      if (!between.every((other) => /^(?:\d+[smhdw]?|IN|CH|HS)$/i.test(other))) return null;
      const name = /^\s/.test(line) ? null : (words[0] ?? null);
      return { name, type: found.toUpperCase(), data: line.slice(word.lastIndex).trim() };
    }
    words.push(found);
  }
  return null;
}

/** The character-strings of TXT data; null where a quotation mark is never closed. */
export function readStrings(data: string): { readonly strings: readonly string[]; readonly quoted: boolean } | null {
  if (!/^\(?\s*"/.test(data)) return { strings: [data], quoted: false };
  const strings: string[] = [];
  let at = 0;
  while (at < data.length) {
    const char = data.charAt(at);
    if (char === ';') break;
    if (char !== '"') {
      at += 1;
      continue;
    }
    const read = readQuoted(data, at + 1);
    if (read === null) return null;
    strings.push(read.text);
    at = read.end;
  }
  return { strings, quoted: true };
}

/** Up to the closing quotation mark, with `\"`, `\\` and `\059` undone. */
function readQuoted(data: string, start: number): { readonly text: string; readonly end: number } | null {
  const parts: string[] = [];
  let at = start;
  while (at < data.length) {
    const char = data.charAt(at);
    if (char === '"') return { text: parts.join(''), end: at + 1 };
    if (char !== '\\') {
      parts.push(char);
      at += 1;
      continue;
    }
    const digits = data.slice(at + 1, at + 4);
    const isOctet = /^\d{3}$/.test(digits) && Number(digits) < 256;
    parts.push(isOctet ? String.fromCharCode(Number(digits)) : data.charAt(at + 1));
    at += isOctet ? 4 : 2;
  }
  return null;
}
