/** How much of an input is looked at for the charsets that it declares. */
const LOOKED = 256 * 1024;

/** Charsets that UTF-8 or its absence settles anyway. */
const plain = /^(?:utf-?8|us-ascii|ascii|unknown-8bit|x-unknown|binary)$/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what this charset switches with
const japanese = /\u001b(?:\$[@B]|\([BJ])/;

/**
 * Bytes as the text that they are. What is no UTF-8 is read in the first other charset that the input
 * declares, else as windows-1252, which has a character for nearly every byte.
 *
 * @param bytes they may end inside a character
 */
export function textOfBytes(bytes: Uint8Array): string {
  const wide = wideLabel(bytes);
  if (wide !== null) return decoded(wide, bytes);
  const head = decoded('windows-1252', bytes.subarray(0, LOOKED));
  if (japanese.test(head)) return decoded('iso-2022-jp', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return decoded(declaredCharset(head), bytes);
  }
}

/** UTF-16 by its mark, or by the zero bytes that ASCII leaves in it; null for anything else. */
export function wideLabel(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const looked = Math.min(bytes.length & ~1, 256);
  let [even, odd] = [0, 0];
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (looked < 8 || Math.min(even, odd) > 0 || Math.max(even, odd) <= looked * 0.4) return null;
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

function declaredCharset(head: string): string {
  let isUtf8 = false;
  for (const [, label = ''] of head.matchAll(/charset\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/gi)) {
    if (plain.test(label)) isUtf8 ||= /utf/i.test(label);
    else if (decoderFor(label) !== null) return label;
  }
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** A decoder for a charset as mail names it; null where the browser knows none. */
export function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function decoded(label: string, bytes: Uint8Array): string {
  return (decoderFor(label) ?? new TextDecoder()).decode(bytes);
}
