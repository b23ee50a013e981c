/** Octets of one character-string (RFC 1035 section 3.3). */
const CHARACTER_STRING = 255;

/** A TXT record as a line of a zone file (RFC 1035 section 5.1): strings of 255 octets, `\DDD` for what does not print. */
export function zoneLine(name: string, text: string): string {
  const octets = isOctets(text) ? text : latin1(new TextEncoder().encode(text));
  const strings: string[] = [];
  for (let at = 0; at === 0 || at < octets.length; at += CHARACTER_STRING)
    strings.push(`"${escaped(octets.slice(at, at + CHARACTER_STRING))}"`);
  return `${name}. IN TXT ${strings.length === 1 ? strings[0] : `( ${strings.join(' ')} )`}`;
}

function escaped(octets: string): string {
  return octets.replace(/[^ -~]|["\\]/g, (octet) =>
    octet === '"' || octet === '\\' ? `\\${octet}` : `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`,
  );
}

function isOctets(text: string): boolean {
  return !/[^\0-\u00ff]/.test(text);
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
