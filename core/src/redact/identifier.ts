/** A token from this length on may be an id by its look; shorter ones are codes of servers (`TSS04`, `S3140`). */
const MIN_ID = 8;
/** Digits from which a bare number is an id: sizes and times in seconds have fewer. */
const MIN_DIGITS = 12;
/** Letters and digits that alternate at least so often are no word with a number. */
const MIN_CHANGES = 2;
const MIN_BASE64 = 16;
const MIN_LETTERS = 12;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Exim's message ids. */
const exim = /^[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}$/;
/** `20260613`, `20260613T034833Z`, `2026-05-27`, `20260613034833`; epochs in milliseconds and microseconds; TAI64N. */
const time =
  /^(?:(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:[Tt._-]?[0-2]\d-?[0-5]\d(?:-?[0-5]\d)?(?:[.,]\d{1,9})?)?[Zz]?|1\d{12}|1\d{15}|40000000[0-9a-f]{16})$/;
/** `Sendmail-8.17.1`, `TLSv1.3`, `4.98.1`, `X2.0rc1` */
const version =
  /^(?:[A-Za-z]{1,24}[-_]?)?[vV]?\d{1,5}(?:[.-]\d{1,6}){0,6}(?:[-_.]?(?:rc|beta|alpha|p|u|b|a|r)?\d{0,4}[a-z]?)$/;
/** `0x80040154`: an error code of Windows. */
const errorCode = /^0x[0-9A-Fa-f]{1,8}$/;
/** `ECDHE-RSA-AES256-GCM-SHA384`, `TLS_AES_256_GCM_SHA384`, `ISO-8859-1`: every part a word, a number or a word with one. */
const namedParts = /^[A-Za-z]{0,12}\d{0,4}(?:[-_.][A-Za-z]{0,12}\d{0,4}){1,8}$/;

/**
 * Whether a token looks like an id that somebody's machine made: of a queue, a session, a message, a trace. Words,
 * versions, times, sizes and the short codes of servers do not.
 *
 * @param token letters, digits and `. _ -` between them
 */
export function looksLikeId(token: string): boolean {
  if (token.length < MIN_ID) return false;
  if (/^[\d.-]*$/.test(token)) return /^\d+$/.test(token) && token.length >= MIN_DIGITS && !time.test(token);
  if (uuid.test(token) || (exim.test(token) && /\d/.test(token))) return true;
  if (time.test(token) || errorCode.test(token)) return false;
  if (/^[0-9A-Fa-f]{8,}$/.test(token)) return /\d/.test(token);
  if (!/\d/.test(token)) return isScrambled(token);
  if (version.test(token)) return false;
  if (token.split(/[-_.]/).some((part) => changesIn(part) >= MIN_CHANGES)) return true;
  return !namedParts.test(token) && !/^[A-Za-z]+\d+$/.test(token) && /^[A-Za-z0-9]+$/.test(token);
}

/** How often a digit stands next to a letter. */
function changesIn(token: string): number {
  let changes = 0;
  for (let at = 1; at < token.length; at++) {
    if (isDigitAt(token, at) !== isDigitAt(token, at - 1)) changes++;
  }
  return changes;
}

function isDigitAt(token: string, at: number): boolean {
  const code = token.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Letters only, yet no CamelCase: capitals and small letters in no order. */
function isScrambled(token: string): boolean {
  if (token.length < MIN_LETTERS || !/^[A-Za-z]+$/.test(token)) return false;
  // every word of CamelCase has four letters or more, nearly
  return (token.match(/[a-z][A-Z]/g)?.length ?? 0) * 4 >= token.length - 4;
}

/** How often letters change their case, or letters and digits meet; signs do not count. */
function caseChanges(signed: string): number {
  const token = signed.replace(/[+/_-]/g, '');
  let changes = 0;
  for (let at = 1; at < token.length; at++) if (classAt(token, at) !== classAt(token, at - 1)) changes++;
  return changes;
}

function classAt(token: string, at: number): number {
  const code = token.charCodeAt(at);
  return code >= 0x61 ? 1 : code >= 0x41 ? 2 : 3;
}

/** Whether a run with `+`, `/`, `=` in it is base64: long enough, of all classes, and in no order. */
export function looksLikeBase64(run: string): boolean {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(run)) return false;
  const body = run.replace(/={1,2}$/, '');
  const isPadded = run.endsWith('=') && run.length % 4 === 0 && run.length >= MIN_ID && !/[_-]/.test(body);
  if (isPadded && /[A-Z]/.test(body) && /[a-z\d]/.test(body))
    return body.length >= MIN_BASE64 || caseChanges(body) * 4 >= body.length;
  if (body.length < MIN_BASE64 || !/[A-Z]/.test(body) || !/[a-z]/.test(body)) return false;
  return (/\d/.test(body) || body.length >= 24) && caseChanges(body) * 10 >= body.length * 3;
}
