import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The other form of a name with letters beyond ASCII: of `xn--bcher-kva.example` it is `b\u00fccher.example`, and the
 * other way round (RFC 5890 section 2.3.2.1). Null for what has one form alone, or is no name.
 */
export function otherNameOf(name: string): string | null {
  const ascii = domainToASCII(name);
  const unicode = domainToUnicode(ascii);
  if (ascii === '' || ascii === unicode) return null;
  return /^[\x21-\x7e]+$/.test(name) ? unicode : ascii;
}
