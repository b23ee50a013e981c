const beyondAscii = /[^\0-\x7f]/;
const wide = /[^\0-\xff]/;

/**
 * A text of a record as people read it: DNS clients hand each octet over as one character, and what was typed was UTF-8.
 * What is no UTF-8 stays as it is.
 */
export function readableOctets(text: string): string {
  if (!beyondAscii.test(text) || wide.test(text)) return text;
  try {
    const octets = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return text;
  }
}

/** Longest name that is converted: a domain name has 253 octets. */
const MAX_NAME = 253;

/**
 * A domain name of other letters in its A-labels (RFC 5890).
 *
 * @returns null for what is none, and for labels that mix Latin letters with their doubles of another script: a slip of the keyboard
 */
export function asciiName(name: string): string | null {
  if (name.length > MAX_NAME || !/^[\p{L}\p{M}\p{N}._-]+$/u.test(name)) return null;
  const isMixed = (label: string) => /[a-z]/i.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label);
  if (name.split('.').some(isMixed)) return null;
  try {
    return new URL(`http://${name.normalize('NFC')}/`).hostname;
  } catch {
    return null;
  }
}
