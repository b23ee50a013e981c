import { presentation } from './dns-words.ts';

/** Octets of one character-string (RFC 1035 section 3.3). */
const MAX_STRING = 255;

/** A record as a line of a zone file, ready to be copied: `example.com. IN MX 0 .` (RFC 1035 section 5.1). */
export function zoneLine(name: string, type: string, data: string): string {
  return `${name}. IN ${type} ${data}`;
}

/** A TXT record as such a line, in as many strings as it needs: `example.com. IN TXT "v=spf1 -all"`. */
export function txtLine(name: string, text: string): string {
  return zoneLine(name, 'TXT', presentation('TXT', stringsOf(text)));
}

/** Cuts where no blank stands: some panels trim each string, and two terms would become one. */
function stringsOf(text: string): string[] {
  const strings: string[] = [];
  let start = 0;
  while (text.length - start > MAX_STRING) {
    let end = start + MAX_STRING;
    while (end > start + 1 && (text[end - 1] === ' ' || text[end] === ' ')) end -= 1;
    strings.push(text.slice(start, end));
    start = end;
  }
  return [...strings, text.slice(start)];
}
