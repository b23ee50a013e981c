import {
  type EnhancedCode,
  enhancedCodes,
  type ReplyCode,
  replyCodes,
  replySubjects,
  statusClasses,
  statusSubjects,
  type VendorBend,
  vendorBends,
} from '@whybounce/knowledge/code';
import { overlaps, parseCode, type WrittenCode, type WrittenStatus } from './written-code.ts';

/** What one part of a code says. */
export interface CodePart {
  readonly digit: number;
  readonly name: string;
  readonly means: string;
}

/** What the registry says of a code as a whole. */
export interface CodeDetail {
  /** `X.4.1`, `550` */
  readonly code: string;
  readonly name: string;
  readonly means: string;
  /** What one must not conclude from it; null where nothing suggests itself. */
  readonly notAlways: string | null;
  readonly standard: string;
  /** Whether the registry of IANA or an RFC has it. */
  readonly registered: boolean;
}

/** A code taken apart: class, subject, detail. */
export interface Anatomy {
  /** As it is written everywhere: `5.4.1`, `X.4.1`, `550`, `5.7.606-649`. */
  readonly code: string;
  readonly form: 'reply' | 'enhanced';
  /** Null for `X`, and for a first digit that no standard knows. */
  readonly class: CodePart | null;
  /** Null for a number that no standard knows. */
  readonly subject: CodePart | null;
  /** Null for a code that nobody has registered and that is not met often. */
  readonly detail: CodeDetail | null;
  /** Whether it, or all of a range, stands in the registry. */
  readonly registered: boolean;
}

/** Takes a code apart. A range has the detail of one of its codes only where it is a single one. */
export function anatomyOf(code: WrittenCode): Anatomy {
  const detail = code.form === 'reply' ? replyDetail(code.number) : statusDetail(code);
  const digit = code.form === 'reply' ? Math.trunc(code.number / 100) : code.digit;
  return {
    code: code.text,
    form: code.form,
    class: statusClasses.find((row) => row.digit === digit) ?? null,
    subject:
      code.form === 'reply'
        ? (replySubjects.find((row) => row.digit === Math.trunc(code.number / 10) % 10) ?? null)
        : (statusSubjects.find((row) => row.digit === code.subject) ?? null),
    detail,
    registered: detail?.registered ?? false,
  };
}

/** The registry's row for an enhanced code, whatever its class; null where it has none. */
export function registeredStatus(code: WrittenCode): EnhancedCode | null {
  if (code.form === 'reply' || code.from !== code.to) return null;
  return enhancedCodes.find((row) => row.code === `X.${code.subject}.${code.from}`) ?? null;
}

/** The row for a reply code; null where there is none. */
export function registeredReply(code: WrittenCode): ReplyCode | null {
  return code.form === 'enhanced' ? null : (replyCodes.find((row) => row.code === code.number) ?? null);
}

/** Who uses a code, or one of a range, in another sense than the registry's; only one system's where that is given. */
export function bendsOf(code: WrittenCode, system?: string): VendorBend[] {
  return vendorBends.filter(
    (bend) =>
      (system === undefined || bend.system === system) &&
      bend.codes.some((text) => {
        const other = parseCode(text);
        return other !== null && overlaps(other, code);
      }),
  );
}

function statusDetail(code: WrittenStatus): CodeDetail | null {
  const row = registeredStatus(code);
  return row === null ? null : detailOf(row.code, row);
}

function replyDetail(number: number): CodeDetail | null {
  const row = replyCodes.find(({ code }) => code === number);
  return row === undefined ? null : detailOf(String(number), row);
}

function detailOf(code: string, row: EnhancedCode | ReplyCode): CodeDetail {
  const { name, means, notAlways = null, standard, registered } = row;
  return { code, name, means, notAlways, standard, registered };
}
