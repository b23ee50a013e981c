import { isAscii, toBytes } from './byte-string.ts';

/** Names that mail uses and the WHATWG encoding standard does not list. */
const aliases = new Map([
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['x-sjis-jp', 'shift_jis'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['eucjp-ms', 'euc-jp'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['cp950', 'big5'],
  ['utf8mb4', 'utf-8'],
  ['iso-8859-8-i', 'iso-8859-8-i'],
  ['ansi_x3.110-1983', 'windows-1252'],
]);

/** Longest charset name worth a look-up; the registered ones are under 46. */
const MAX_LABEL = 64;

const decoders = new Map<string, TextDecoder | null>();

/** A decoder for a charset name as mail writes it; null where nobody knows it (UTF-7 among them, on purpose). */
function decoderFor(name: string): TextDecoder | null {
  const label = name.trim().toLowerCase();
  if (label === '' || label.length > MAX_LABEL) return null;
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(aliases.get(label) ?? label);
    } catch {
      decoder = null;
    }
    // Hostile labels must not fill memory: the standard knows about 220.
    if (decoders.size < 512) decoders.set(label, decoder);
  }
  return decoder;
}

let strictUtf8: TextDecoder | undefined;

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what these charsets switch with
const escapesOf2022 = /\x1b(?:\$[@B]|\([BJ]|\$\(D)/;

/**
 * Decodes a byte string.
 *
 * @param text byte string of the encoded text
 * @param charset its declared charset, or null where none is declared
 * @returns well-formed UTF-16; what cannot be decoded is U+FFFD. Never throws.
 */
export function decodeCharset(text: string, charset: string | null): string {
  const ascii = isAscii(text);
  if (text.includes('\x1b') && escapesOf2022.test(text)) {
    // Japanese carriers and filters send ISO-2022-JP under any name or none.
    const declared = charset === null ? null : decoderFor(charset);
    if (declared === null || !declared.encoding.startsWith('iso-2022')) {
      return decodeAs('iso-2022-jp', toBytes(text));
    }
  }
  if (ascii && !isStateful(charset)) return text;
  const bytes = toBytes(text);
  const decoder = charset === null ? null : decoderFor(charset);
  if (decoder !== null) return decoder.decode(bytes).toWellFormed();
  try {
    strictUtf8 ??= new TextDecoder('utf-8', { fatal: true });
    return strictUtf8.decode(bytes);
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

/** Decodes by a charset that every engine knows. */
function decodeAs(label: string, bytes: Uint8Array): string {
  return decoderFor(label)?.decode(bytes).toWellFormed() ?? '';
}

/** Charsets in which ASCII bytes do not stand for themselves. */
function isStateful(charset: string | null): boolean {
  return charset !== null && /^\s*(?:utf-?16|iso-2022|hz|replacement|csiso2022|unicode|ucs-2)/i.test(charset);
}
