import { textToByteString } from '../../message/byte-string.ts';
import { MAX_VALUE } from './limits.ts';
import type { MsgAddress } from './message.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a header
const CONTROLS = /[\x00-\x1f\x7f]+/g;

/** A text as the byte string of a header's value: one line, so that no value can begin a header of its own. */
export function headerValue(text: string): string {
  return textToByteString(text.slice(0, MAX_VALUE).replace(CONTROLS, ' ').trim());
}

/** `"Ann Example" <ann@example.org>`; null where nothing is known. */
export function addressValue({ name, address }: MsgAddress): string | null {
  const quoted = name === null ? '' : `"${headerValue(name).replace(/["\\]/g, '')}"`;
  if (address === null) return name === null ? null : quoted;
  return name === null || name === address ? `<${headerValue(address)}>` : `${quoted} <${headerValue(address)}>`;
}

/** `Wed, 27 May 2026 14:30:00 GMT`, which RFC 5322 section 4.3 lets readers take for +0000. */
export function dateValue(milliseconds: number): string {
  return new Date(milliseconds).toUTCString();
}

/** A host's name, or null for what is none. */
export function cleanHost(text: string): string | null {
  const host = text.trim();
  return /^\[?[\w.:-]{1,255}\]?$/.test(host) ? host : null;
}
