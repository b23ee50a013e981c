import { presentation } from './dns-words.ts';

/** Octets of one character-string (RFC 1035 section 3.3). */
const CHARACTER_STRING = 255;

/** A TXT record as a line of a zone file, ready to be copied: `_dmarc.example.com. TXT "v=DMARC1; p=none"`. */
export function txtLine(name: string, text: string): string {
  const strings: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += CHARACTER_STRING)
    strings.push(text.slice(at, at + CHARACTER_STRING));
  const data = presentation('TXT', strings);
  // a line break inside would make two lines of one (RFC 1035 section 5.1: \DDD)
  const line = data.replaceAll(/[^\x20-\x7e]/g, (one) =>
    one.charCodeAt(0) > 255 ? '?' : `\\${one.charCodeAt(0).toString().padStart(3, '0')}`,
  );
  return `${name}. TXT ${line}`;
}
