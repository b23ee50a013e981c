/**
 * Classes of characters, one look-up each: the scanner asks them of every character of a text.
 */

const RUN = 1;
const LETTER = 2;
const DIGIT = 4;
const SPACE = 8;
const UPPER = 16;
/** No class was worked out yet. */
const UNKNOWN = 128;

/** What may stand inside an address, host name, id or path beside letters and digits. All else separates. */
const JOINERS = "!#$%&'*+-./=?@^_~";

const classes = new Uint8Array(65_536).fill(UNKNOWN);
for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code);
  let flags = 0;
  if (/[A-Za-z]/.test(sign)) flags = RUN | LETTER;
  else if (/\d/.test(sign)) flags = RUN | DIGIT;
  else if (/[\s\0]/.test(sign)) flags = SPACE;
  else if (JOINERS.includes(sign)) flags = RUN;
  classes[code] = /[A-Z]/.test(sign) ? flags | UPPER : flags;
}

function classOf(code: number): number {
  // Behind a text's end: no class at all.
  if (Number.isNaN(code)) return 0;
  const known = classes[code] as number;
  if (known !== UNKNOWN) return known;
  const sign = String.fromCharCode(code);
  let flags = 0;
  if (/[\p{L}\p{M}]/u.test(sign)) flags = RUN | LETTER | (/\p{Lu}/u.test(sign) ? UPPER : 0);
  else if (/\p{N}/u.test(sign)) flags = RUN | LETTER;
  else if (/\s/.test(sign)) flags = SPACE;
  classes[code] = flags;
  return flags;
}

/** Whether a character belongs to a run: what is not broken by white space, brackets, quotes, `,` `;` `:` `|` or `\`. */
export function isRun(code: number): boolean {
  return (classOf(code) & RUN) !== 0;
}

/** Letters and combining marks of any script. */
export function isLetter(code: number): boolean {
  return (classOf(code) & LETTER) !== 0;
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return (classOf(code) & DIGIT) !== 0;
}

/** Letters, marks and digits: what words are made of. */
export function isWord(code: number): boolean {
  return (classOf(code) & (LETTER | DIGIT)) !== 0;
}

/** White space of any kind, line breaks and NUL. */
export function isSpace(code: number): boolean {
  return (classOf(code) & SPACE) !== 0;
}

/** Capital letters of any script. */
export function isUpper(code: number): boolean {
  return (classOf(code) & UPPER) !== 0;
}

/** Value of a hexadecimal digit; -1 for anything else. */
export function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/**
 * Scripts that write words without spaces (Han, kana, Hangul, Thai …): where an ASCII word touches one of them, the
 * word ends.
 */
export function isUnspaced(code: number): boolean {
  return (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7ff);
}

/** The value of the two hexadecimal digits at an offset; -1 where they are none. */
export function hexPairAt(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at));
  const low = high < 0 ? -1 : hexDigit(text.charCodeAt(at + 1));
  return low < 0 ? -1 : high * 16 + low;
}
