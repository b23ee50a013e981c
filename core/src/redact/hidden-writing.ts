import { hexPairAt, isWord } from './character.ts';
import { valueKind } from './field.ts';

/** A stretch of a source and what its reader takes it for. */
export interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
}

/** What is known of the source as a whole. */
export interface Writing {
  /** Every `=XX` is a byte; else only the signs that addresses are made of are read so. */
  readonly isQuotedPrintable: boolean;
  /** Backslashes are those of JSON. */
  readonly isJson: boolean;
}

const suspects = new Uint8Array(128);
for (const sign of '=%&\\([{') suspects[sign.charCodeAt(0)] = 1;
for (let code = 0; code < 0x20; code++) if (code < 9 || code > 13) suspects[code] = 1;
suspects[0x0b] = 1;
suspects[0x7f] = 1;

/** Whether a character surely stands for itself. */
export function hidesNothing(code: number): boolean {
  return code < 128 ? suspects[code] === 0 : code < 0x2000 && code !== 0xad && code !== 0x61c && code !== 0x180e;
}

/** Reads what may be hidden at an offset; null where the character stands for itself. */
export function hiddenAt(source: string, at: number, code: number, writing: Writing): Hidden | null {
  switch (code) {
    case 0x3d: // =
      if (source.charCodeAt(at + 1) === 0x3f) return encodedWord(source, at);
      return decodeHex(source, at, writing) ?? softBreakAt(source, at);
    case 0x25: // %
      return decodeHex(source, at, writing);
    case 0x26: // &
      return decodeEntity(source, at);
    case 0x5c: // backslash
      return decodeBackslash(source, at, writing);
    case 0x28: // ( [ {
    case 0x5b:
    case 0x7b:
      return decodeSpelled(source, at);
    case 0x1b:
      return twoByteStretch(source, at);
    default:
      return decodeWide(source, at, code);
  }
}

const oneEncodedWord = /=\?[^?\s]{1,64}\?[bBqQ]\?[^?\s]{0,1024}\?=/y;

/** An encoded word has an order of its own, and is read as a whole where it stands. */
function encodedWord(source: string, at: number): Hidden | null {
  oneEncodedWord.lastIndex = at;
  const word = oneEncodedWord.exec(source)?.[0];
  return word === undefined ? null : { start: at, end: at + word.length, plain: word };
}

/** How often one escape may stand inside another: `%2540`, `=3D40`. */
const MAX_NESTED = 3;

/** `=40`, `%40`, `%2540`; several bytes where they are one character of UTF-8. */
function decodeHex(source: string, at: number, { isQuotedPrintable }: Writing): Hidden | null {
  let sign = source.charCodeAt(at);
  let end = at + 1;
  for (let depth = 0; depth < MAX_NESTED; depth++) {
    const byte = hexPairAt(source, end);
    if (byte < 0) return depth === 0 ? null : { start: at, end, plain: String.fromCharCode(sign) };
    if (byte === 0x3d || byte === 0x25) {
      sign = byte;
      end += 2;
      continue;
    }
    const wide = byte >= 0xc2 ? utf8At(source, end, byte, sign) : null;
    if (wide !== null) return { start: at, end: wide.end, plain: wide.plain };
    const takesAll = (isQuotedPrintable || sign === 0x25) && depth === 0;
    // `boundary=47d…` is no G: nobody encodes a letter or digit, unless to hide a whole word
    const isLone = isWord(byte) && byte < 0x80 && sign === 0x3d && source[at - 3] !== '=' && source[end + 2] !== '=';
    const isMeant = isLone
      ? false
      : takesAll
        ? byte >= 0x20 && byte !== 0x7f
        : '@.<>_-+" '.includes(String.fromCharCode(byte));
    // a byte above ASCII that is no UTF-8 is a letter of an older charset, where the text is quoted-printable
    if (!isMeant || (byte >= 0x80 && (sign === 0x25 || byte < 0xa0 || !isOldLetter(source, at, end))))
      return depth === 0 ? null : { start: at, end, plain: String.fromCharCode(sign) };
    return { start: at, end: end + 2, plain: String.fromCharCode(byte) };
  }
  return { start: at, end, plain: String.fromCharCode(sign) };
}

/** `M=FCller`, but not `helo=DESKTOP`: what goes on in capitals behind a word of its own is a value. */
function isOldLetter(source: string, at: number, hex: number): boolean {
  const before = /[A-Za-z_-]{1,20}$/.exec(source.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  return !/^[A-Z\d]/.test(source[hex + 2] ?? '') && valueKind(before.toLowerCase()) === undefined;
}

/** A character of several bytes, each with the same sign before it. `at` stands behind the first sign. */
function utf8At(source: string, at: number, first: number, sign: number): { end: number; plain: string } | null {
  const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  let value = first & (0x3f >> more);
  let end = at + 2;
  for (let i = 0; i < more; i++) {
    const byte = source.charCodeAt(end) === sign ? hexPairAt(source, end + 1) : -1;
    if (byte < 0x80 || byte > 0xbf) return null;
    value = value * 64 + (byte & 0x3f);
    end += 3;
  }
  return value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? { end, plain: String.fromCodePoint(value) } : null;
}

/** Blanks that some servers put behind the `=` of a soft line break. */
const MAX_TRAILING_BLANKS = 8;

/** A soft line break (RFC 2045 section 6.7). */
function softBreakAt(source: string, at: number): Hidden | null {
  let end = at + 1;
  while (end < at + MAX_TRAILING_BLANKS && (source[end] === ' ' || source[end] === '\t')) end++;
  if (source[end] === '\r') end++;
  if (source[end] !== '\n') return null;
  const before = source[at - 1];
  // `==`, `?=` and base64 end a line without going on in the next one.
  if (before === '=' || before === '?') return null;
  const tail = source.slice(Math.max(0, at - 16), at);
  if (/^[A-Za-z0-9+/]{16}$/.test(tail) && /[A-Z]/.test(tail) && /\d/.test(tail)) return null;
  // nor does a header field begin in the middle of a line
  if (/^[A-Z][A-Za-z]{1,30}(?:-[A-Z\d][A-Za-z\d]{0,30}){0,6}: /.test(source.slice(end + 1, end + 64))) return null;
  return { start: at, end: end + 1, plain: '' };
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['shy', ''],
  ['zwnj', ''],
  ['zwj', ''],
  ['commat', '@'],
  ['period', '.'],
  ['lowbar', '_'],
  ['plus', '+'],
  ['colon', ':'],
]);

/** `&#64;`, `&#x40;`, `&commat;` */
function decodeEntity(source: string, at: number): Hidden | null {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([a-z]{2,6}));?/.exec(source.slice(at, at + 12));
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  const end = at + whole.length;
  if (name !== undefined) {
    const plain = whole.endsWith(';') ? named.get(name) : undefined;
    return plain === undefined ? null : { start: at, end, plain };
  }
  const value = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return isCharacter(value) ? { start: at, end, plain: visible(value) } : null;
}

function isCharacter(value: number): boolean {
  return value >= 0x20 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
}

/** A character as it is read, the unseen ones as nothing. */
function visible(value: number): string {
  const sign = String.fromCodePoint(value);
  return value < 0x80 ? sign : (decodeWide(sign, 0, value)?.plain ?? sign);
}

/** `\u0040`, `\x40`, `\x{40}`, `\@`; in JSON also `\n`, `\"` and `\/`. Several backslashes count as one. */
function decodeBackslash(source: string, at: number, { isJson }: Writing): Hidden | null {
  let end = at + 1;
  while (source.charCodeAt(end) === 0x5c) end++;
  const sign = source[end] ?? '';
  const wide = /^(?:u([0-9A-Fa-f]{4})|x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2}))/.exec(source.slice(end, end + 10));
  if (wide !== null) {
    const value = Number.parseInt(wide[1] ?? wide[2] ?? wide[3] ?? '', 16);
    if (isCharacter(value)) return { start: at, end: end + wide[0].length, plain: visible(value) };
  }
  if (isJson && /[nrt]/.test(sign) && !(end - at > 1 && isInDrivePath(source, at)))
    return { start: at, end: end + 1, plain: sign === 't' ? '\t' : '\n' };
  if ((isJson && /["/]/.test(sign)) || (end - at === 1 && /[@._<>-]/.test(sign)))
    return { start: at, end: end + 1, plain: sign };
  return end - at > 1 ? { start: at, end, plain: '\\' } : null;
}

/** Longest path in which `\\n` is looked at as the beginning of a folder's name. */
const MAX_PATH = 160;

/** `C:\\Users\\nadia` */
function isInDrivePath(source: string, at: number): boolean {
  return /(?:^|[^A-Za-z])[A-Za-z]:(?:[\\/][^"<>|:]{0,160})?$/.test(source.slice(Math.max(0, at - MAX_PATH), at));
}

/** ` (at) `, `[dot]`, `{ @ }`: an address as people write it against harvesters. */
const spelled = /[([{] ?(?:(at|@)|(?:dot|\.)) ?[)\]}]/iy;
/** How many spaces around a spelled sign are taken with it. */
const SPELLED_SPACES = 2;

function decodeSpelled(source: string, at: number): Hidden | null {
  spelled.lastIndex = at;
  const found = spelled.exec(source);
  if (found === null) return null;
  let start = at;
  while (start > at - SPELLED_SPACES && source[start - 1] === ' ') start--;
  const close = at + found[0].length;
  let end = close;
  while (end < close + SPELLED_SPACES && source[end] === ' ') end++;
  if (!isWord(source.charCodeAt(start - 1)) || !isWord(source.charCodeAt(end))) return null;
  return { start, end, plain: found[1] === undefined ? '.' : '@' };
}

/** Longest stretch of two-byte characters that is skipped at once. */
const MAX_TWO_BYTE = 4_096;

/** Characters of two bytes (ISO-2022) are no words of ASCII, though their bytes look so. */
function twoByteStretch(source: string, at: number): Hidden {
  if (!/^\$(?:[@AB]|[()*+][A-Z])/.test(source.slice(at + 1, at + 4))) return { start: at, end: at + 1, plain: '' };
  const stretch = source.slice(at + 1, at + MAX_TWO_BYTE);
  const newline = stretch.indexOf('\n');
  const line = newline < 0 ? stretch : stretch.slice(0, newline);
  const close = line.indexOf('\u001b(');
  return { start: at, end: at + 1 + (close < 0 ? line.length : close + 3), plain: '\0' };
}

/** Characters without width, full-width forms and look-alike dots; controls read as nothing. */
function decodeWide(source: string, at: number, code: number): Hidden | null {
  if (
    code < 0x20 ||
    code === 0x7f ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff
  )
    return { start: at, end: at + 1, plain: '' };
  if (code >= 0xff01 && code <= 0xff5e) return { start: at, end: at + 1, plain: String.fromCharCode(code - 0xfee0) };
  if (code === 0xfe6b) return { start: at, end: at + 1, plain: '@' };
  if (code === 0xfe52 || code === 0x2024 || code === 0xff61) return { start: at, end: at + 1, plain: '.' };
  // the ideographic full stop separates labels (IDNA), where no sentence ends
  const isLabelDot =
    code === 0x3002 && isAsciiWord(source.charCodeAt(at - 1)) && isAsciiWord(source.charCodeAt(at + 1));
  return isLabelDot ? { start: at, end: at + 1, plain: '.' } : null;
}

function isAsciiWord(code: number): boolean {
  return code < 128 && isWord(code);
}
