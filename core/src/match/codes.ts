/**
 * The codes of a rule (syntax: `Entry.codes`), compared as numbers: a reply code as itself, an
 * enhanced status `c.s.d` as c * 1e6 + s * 1e3 + d, and class 0 for a rule that takes 4 and 5 alike.
 */
interface CodeRange {
  readonly from: number;
  readonly to: number;
  readonly anyClass: boolean;
}

/** What {@link CodeSet.agreement} says. */
export const NO_CODE = 0;
export const REPLY_CODE = 1;
export const ENHANCED_CODE = 2;

/** The codes with which a rule goes. */
export class CodeSet {
  readonly #replies: number[] = [];
  readonly #enhanced: CodeRange[] = [];
  /** Whether any of them is an enhanced status. */
  readonly hasEnhanced: boolean;

  constructor(codes: readonly string[]) {
    for (const code of codes) {
      if (/^\d{3}$/.test(code)) this.#replies.push(Number(code));
      else this.#enhanced.push(parseRange(code));
    }
    this.hasEnhanced = this.#enhanced.length > 0;
  }

  /** Every code of the set as one number: ranges are spelt out. */
  keys(): number[] {
    if (!this.hasEnhanced) return [...this.#replies];
    return this.#enhanced.flatMap(({ from, to, anyClass }) => {
      const details = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      return anyClass ? details.flatMap((code) => [4_000_000 + code, 5_000_000 + code]) : details;
    });
  }

  /** How well the codes of a reply agree with the rule's: by enhanced status, by reply code only, or not at all. */
  agreement(replyCode: number, enhanced: number): number {
    if (enhanced > 0) {
      for (const range of this.#enhanced) {
        const value = range.anyClass ? enhanced % 1_000_000 : enhanced;
        if (value >= range.from && value <= range.to && (!range.anyClass || enhanced >= 4_000_000))
          return ENHANCED_CODE;
      }
    }
    return replyCode > 0 && this.#replies.includes(replyCode) ? REPLY_CODE : NO_CODE;
  }
}

/** `5.7.1`, `X.7.26`, `5.7.606-649`, `5.7.606-5.7.649` */
const range = /^([245X])\.(\d{1,3})\.(\d{1,3})(?:-(?:[245X]\.\d{1,3}\.)?(\d{1,3}))?$/;

/** Whether this is a code as a rule may have it (`Entry.codes`). */
export function isCode(code: string): boolean {
  if (/^\d{3}$/.test(code)) return true;
  const found = range.exec(code);
  return found !== null && Number(found[4] ?? found[3]) >= Number(found[3]);
}

function parseRange(code: string): CodeRange {
  const found = range.exec(code);
  if (found === null) throw new RangeError(`"${code}" is no code: write 550, 5.7.1, X.7.26 or 5.7.606-649`);
  const [, cls = '', subject = '', detail = '', last = detail] = found;
  const base = (cls === 'X' ? 0 : Number(cls) * 1_000_000) + Number(subject) * 1_000;
  return { from: base + Number(detail), to: base + Number(last), anyClass: cls === 'X' };
}

/** An enhanced status as {@link CodeSet} compares it; 0 for none. */
export function enhancedNumber(status: string | null): number {
  if (status === null) return 0;
  const first = status.indexOf('.');
  const second = status.indexOf('.', first + 1);
  if (first !== 1 || second < 0) return 0;
  const number =
    Number(status.slice(0, 1)) * 1_000_000 + Number(status.slice(2, second)) * 1_000 + Number(status.slice(second + 1));
  return Number.isNaN(number) ? 0 : number;
}
