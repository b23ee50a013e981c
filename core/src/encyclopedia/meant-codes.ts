import { parseCode } from './written-code.ts';

/** Codes at the start of what somebody typed. */
export interface MeantCodes {
  /** As {@link parseCode} writes them, an enhanced status code before a reply code: it says more. */
  readonly codes: readonly string[];
  /** Whether nothing but codes was typed. */
  readonly isAll: boolean;
}

/** The longest beginning in which codes are looked for: a label, a reply code and an enhanced one. */
const MAX_START = 80;

/** What stands before codes where people copy them: `SMTP error 550`, `Status code: 5.7.1`, `smtp; 550 5.1.1` (RFC 3464 section 2.3.6). */
const label = /^(?:[^\p{L}\p{N}]*\b(?:smtp|error|reply|status|enhanced|code)\b)*[^\p{L}\p{N}]*/iu;

/** What ends a code: neither a host name, an IP address nor a version goes on. */
const END = String.raw`(?![\p{L}\p{N}]|\.[\p{L}\p{N}])`;
/** `5.7.1`, `x.7.1`, `5.7.606-649` */
const STATUS = String.raw`[245x]\.\d{1,3}\.\d{1,3}(?:-\d{1,3})?`;
const leading = new RegExp(String.raw`^(?:([2-6]\d\d)[^\p{L}\p{N}.]{1,3})?(?:(${STATUS})|([245]\d{3,4}))${END}`, 'iu');

/**
 * The codes that the beginning of a query means: `5.7.26`, `550-5.7.26`, `421 4.7.0 try again`,
 * `error 550`; and, where nothing else was typed, `5726`, `5-7-26` and `550541`.
 *
 * @param isListed whether there is a page of a code. Digits without dots mean any number: they are a code
 *   only where there is one.
 */
export function meantCodes(query: string, isListed: (code: string) => boolean): MeantCodes {
  const start = query.slice(0, MAX_START).replace(label, '');
  const alone = query.length > MAX_START ? '' : start.replace(/[^\p{L}\p{N}]+$/u, '');
  const whole = parseCode(alone);
  if (whole !== null) return { codes: [whole.text], isAll: true };
  const loose = looseCodes(alone, isListed);
  if (loose.length > 0) return { codes: loose, isAll: true };
  const [text = '', reply, dotted, digits] = leading.exec(start) ?? [];
  const status = dotted === undefined ? dottedCode(digits ?? '', isListed) : (parseCode(dotted)?.text ?? null);
  // Digits alone before other words are a number of mails or days.
  if (status === null || (dotted === undefined && reply === undefined)) return { codes: [], isAll: false };
  return { codes: reply === undefined ? [status] : [status, reply], isAll: text.length === alone.length };
}

/**
 * Codes in the digits that somebody typed without dots: `5726`, `550541`, and `5-7-26` as addresses of
 * pages have it. Empty where there is no such code.
 */
export function looseCodes(text: string, isListed: (code: string) => boolean): string[] {
  const [, first, , second, third] = /^([245x])([-_, ])(\d{1,3})\2(\d{1,3})$/i.exec(text) ?? [];
  if (first !== undefined) return listed(`${first}.${second}.${third}`, isListed);
  const alone = dottedCode(text, isListed);
  if (alone !== null) return [alone];
  const [, reply = '', status = ''] = /^([245]\d\d)([245]\d{2,4})$/.exec(text) ?? [];
  const dotted = dottedCode(status, isListed, 3);
  // A reply and its status are of one class (RFC 3463 section 2): anything else is some number.
  return dotted !== null && reply[0] === status[0] && isListed(reply) ? [dotted, reply] : [];
}

/** `5726` as `5.7.26`: subjects have one digit (RFC 3463 section 4). With three digits it would be a reply code. */
function dottedCode(digits: string, isListed: (code: string) => boolean, least = 4): string | null {
  if (digits.length < least || !/^[245]\d(?:0|[1-9]\d{0,2})$/.test(digits)) return null;
  return listed(`${digits[0]}.${digits[1]}.${digits.slice(2)}`, isListed)[0] ?? null;
}

/** The code where it has a page, be it as `X`. */
function listed(code: string, isListed: (code: string) => boolean): string[] {
  const text = parseCode(code)?.text;
  return text !== undefined && (isListed(text) || isListed(`X${text.slice(1)}`)) ? [text] : [];
}
