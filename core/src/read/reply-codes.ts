/** The codes that stand in a diagnostic. */
export interface Codes {
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  /** Offset of the reply code, or of the enhanced status where there is no reply code; -1 if neither. */
  readonly at: number;
}

/** How far into a diagnostic its codes are looked for: they stand at its beginning, or behind the names of two hosts. */
const MAX_LOOKED_AT = 2_048;

/**
 * Takes reply code and enhanced status (RFC 5321 section 4.2, RFC 3463) out of a diagnostic.
 * A number counts as reply code only where a reply can begin, so that no byte of an IP address, port,
 * size or date is taken for one. The enhanced status next to the reply code wins over a later one.
 */
export function findCodes(diagnostic: string): Codes {
  const text = diagnostic.length > MAX_LOOKED_AT ? diagnostic.slice(0, MAX_LOOKED_AT) : diagnostic;
  const at = replyCodeAt(text);
  if (at >= 0) {
    const adjacent = enhancedAt(text, at + 4, true);
    const status = adjacent ?? enhancedAt(text, at + 3, false) ?? enhancedAt(text, 0, false);
    return { replyCode: Number(text.slice(at, at + 3)), enhancedStatus: status, at };
  }
  const status = enhancedAt(text, 0, false);
  return { replyCode: null, enhancedStatus: status, at: status === null ? -1 : text.indexOf(status) };
}

/** Best place at which a reply begins: at the text's start or behind words that introduce one, else the first plausible. */
function replyCodeAt(text: string): number {
  let plausible = -1;
  for (let i = 0; i + 2 < text.length; i++) {
    const first = text.charCodeAt(i);
    if (first !== 0x34 && first !== 0x35 && first !== 0x32) continue;
    if (i > 0 && !canPrecede(text.charCodeAt(i - 1))) continue;
    // "512/500 messages" is a share of a limit
    if (i > 1 && text.charCodeAt(i - 1) === 0x2f && isDigit(text.charCodeAt(i - 2))) continue;
    if (!isReplyCode(text, i)) continue;
    if (!canFollow(text, i + 3)) continue;
    if (first === 0x32) {
      // A success is told only where it begins the text: "250 recipients" is prose.
      if (i === 0) return i;
      continue;
    }
    if (i === 0 || introduces(text, i)) return i;
    if (plausible < 0) plausible = i;
  }
  return plausible;
}

/** 200 to 259, 421 to 499, 500 to 559, and the few beyond that vendors made up (571, 605 …). */
function isReplyCode(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1) - 0x30;
  const third = text.charCodeAt(at + 2) - 0x30;
  if (second < 0 || second > 9 || third < 0 || third > 9) return false;
  const first = text.charCodeAt(at);
  if (first === 0x32) return second <= 5;
  if (first === 0x34) return second >= 1 && second <= 9;
  return second <= 5 || second === 7 || second === 8;
}

/** White space, quotes, brackets and the signs that stand before a quoted reply; never a digit, dot, letter or `@`. */
function canPrecede(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x0a ||
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x28 ||
    unit === 0x5b ||
    unit === 0x3a ||
    unit === 0x3b ||
    unit === 0x3e ||
    unit === 0x3c ||
    unit === 0x3d ||
    unit === 0x23 ||
    unit === 0x2c ||
    unit === 0x7c ||
    unit === 0x2f ||
    unit === 0x60
  );
}

function canFollow(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  if (unit === 0x2d) {
    // "550-5.7.1 …" and "550-Blocked" are folded replies; "550-551" and "2024-05-27" are not
    return text.charCodeAt(at + 1) !== 0x32 || text.charCodeAt(at + 2) === 0x2e;
  }
  if (unit === 0x2e) return text.charCodeAt(at + 1) === 0x20 || at + 1 >= text.length;
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0x0a ||
    unit === 0x22 ||
    unit === 0x27 ||
    unit === 0x29 ||
    unit === 0x5d ||
    unit === 0x3a ||
    unit === 0x3b ||
    unit === 0x2c ||
    unit === 0x23 ||
    unit === 0x3c ||
    unit === 0x5f
  );
}

const introducers = [
  ' said: ',
  ': ',
  '; ',
  ' said ',
  '<<< ',
  ' reason: ',
  ' returned ',
  ' response: ',
  ' was: ',
  '"',
  "'",
  '[',
  '(',
  '#<',
  '#',
  ';',
  ':',
  '\n',
  ' code ',
  ' code: ',
  ' error ',
  ' with ',
];

function introduces(text: string, at: number): boolean {
  return introducers.some((words) => text.endsWith(words, at));
}

/** The enhanced status at `from` (behind at most one sign or the `#` of qmail), or the first one after it. */
function enhancedAt(text: string, from: number, adjacent: boolean): string | null {
  const end = adjacent ? Math.min(text.length, from + 3) : text.length;
  for (let i = from; i < end; i++) {
    const first = text.charCodeAt(i);
    if (first !== 0x35 && first !== 0x34 && first !== 0x32) continue;
    if (text.charCodeAt(i + 1) !== 0x2e) continue;
    if (i > 0 && isNumberOrDot(text.charCodeAt(i - 1))) continue;
    const subjectEnd = digitsEnd(text, i + 2);
    if (subjectEnd === i + 2 || text.charCodeAt(subjectEnd) !== 0x2e) continue;
    const detailEnd = digitsEnd(text, subjectEnd + 1);
    if (detailEnd === subjectEnd + 1) continue;
    // a fourth number makes it an address
    if (text.charCodeAt(detailEnd) === 0x2e && isDigit(text.charCodeAt(detailEnd + 1))) continue;
    if (isDigit(text.charCodeAt(detailEnd)) || isLetter(text.charCodeAt(detailEnd))) continue;
    if (i > 0 && (isLetter(text.charCodeAt(i - 1)) || text.charCodeAt(i - 1) === 0x2f)) continue;
    return text.slice(i, detailEnd);
  }
  return null;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < from + 3 && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isNumberOrDot(unit: number): boolean {
  return isDigit(unit) || unit === 0x2e;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
