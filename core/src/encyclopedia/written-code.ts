/** Digits of an enhanced status code's second and third number at most (RFC 3463 section 2). */
const MAX_DIGITS = 3;
/** The longest way to write a code is `5.700.100-5.700.999`. */
const MAX_LENGTH = 24;

const enhancedForm = new RegExp(
  `^#?([245x])\\.(\\d{1,${MAX_DIGITS}})\\.(\\d{1,${MAX_DIGITS}})(?:-(?:[245x]\\.\\d{1,${MAX_DIGITS}}\\.)?(\\d{1,${MAX_DIGITS}}))?$`,
  'i',
);

/** A reply code, taken apart. */
export interface WrittenReply {
  readonly form: 'reply';
  readonly text: string;
  readonly number: number;
}

/** An enhanced status code or a range of them, taken apart. */
export interface WrittenStatus {
  readonly form: 'enhanced';
  /** `5.4.1`, `X.4.1`, `5.7.606-649` */
  readonly text: string;
  /** Null for `X`: whatever the class. */
  readonly digit: 2 | 4 | 5 | null;
  readonly subject: number;
  /** First and last detail; the same for a single code. */
  readonly from: number;
  readonly to: number;
}

export type WrittenCode = WrittenReply | WrittenStatus;

/** Takes a code apart as people and entries write it: `550`, `5.4.1`, `x.4.1`, `5.7.606-649`; null for anything else. */
export function parseCode(text: string): WrittenCode | null {
  const trimmed = text.length > MAX_LENGTH ? '' : text.trim();
  if (/^[2-6]\d\d$/.test(trimmed)) return { form: 'reply', text: trimmed, number: Number(trimmed) };
  const [, letter = '', second, third, last] = enhancedForm.exec(trimmed) ?? [];
  if (second === undefined || third === undefined) return null;
  const [subject, from] = [Number(second), Number(third)];
  const to = last === undefined ? from : Number(last);
  if (to < from) return null;
  const digit = /x/i.test(letter) ? null : (Number(letter) as 2 | 4 | 5);
  const written = `${digit ?? 'X'}.${subject}.${from}${to === from ? '' : `-${to}`}`;
  return { form: 'enhanced', text: written, digit, subject, from, to };
}

/** Whether two codes have one in common: `5.4.1` and `X.4.1`, `5.7.612` and `5.7.606-649`. */
export function overlaps(a: WrittenCode, b: WrittenCode): boolean {
  if (a.form === 'reply' || b.form === 'reply') return a.form === b.form && a.text === b.text;
  const sameClass = a.digit === null || b.digit === null || a.digit === b.digit;
  return sameClass && a.subject === b.subject && a.from <= b.to && b.from <= a.to;
}

/** The codes of entries, taken apart: some hundred different ones, and every page asks for them again. */
const taken = new Map<string, WrittenCode | null>();

/** Codes of an entry that have one in common with a code. */
export function codesMeeting(codes: readonly string[], code: WrittenCode): string[] {
  return codes.filter((other) => {
    let written = taken.get(other);
    if (written === undefined) {
      written = parseCode(other);
      taken.set(other, written);
    }
    return written !== null && overlaps(written, code);
  });
}

/** Reply codes before enhanced ones, then by their numbers. */
export function compareCodes(a: WrittenCode, b: WrittenCode): number {
  const difference = sortKey(a) - sortKey(b);
  return difference !== 0 ? difference : a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

function sortKey(code: WrittenCode): number {
  if (code.form === 'reply') return code.number;
  return (code.digit ?? 9) * 1_000_000 + code.subject * 1_000 + code.from;
}
