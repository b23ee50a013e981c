import type { Source } from '../define.ts';
import type { ReasonId } from '../vocabulary/reason.ts';

/**
 * The shapes of the registry of codes: what an enhanced status code (RFC 3463) and a reply code
 * (RFC 5321) mean by the book, what they do not prove, and who sends them in another sense.
 * The rules of the matcher do not read it: it is there to be shown.
 */

/** First digit of an enhanced status code. */
export type StatusClassDigit = 2 | 4 | 5;

/** Second number of an enhanced status code. */
export type StatusSubjectDigit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A code of any class: `X.4.1` stands for 2.4.1, 4.4.1 and 5.4.1. */
export type StatusCode = `X.${StatusSubjectDigit}.${number}`;

/** A reply code that the registry puts beside an enhanced one, or as much as it says of it. */
export type AssociatedReply = number | 'any' | '4xx' | '5xx';

/** What the first digit says. */
export interface StatusClass {
  readonly digit: StatusClassDigit;
  readonly name: string;
  readonly means: string;
}

/** What the second number says. */
export interface StatusSubject {
  readonly digit: StatusSubjectDigit;
  readonly name: string;
  readonly means: string;
}

/** What the second digit of a reply code says. */
export interface ReplySubject {
  readonly digit: number;
  readonly name: string;
  readonly means: string;
}

/** One enhanced status code, whatever its class. */
export interface EnhancedCode {
  readonly code: StatusCode;
  /** The registry's short title. */
  readonly name: string;
  /**
   * Classes in which it comes: those that the registry's text allows, or where the text is silent
   * those of the reply codes beside it, or both failures; and those seen in replies all the same.
   */
  readonly classes: readonly StatusClassDigit[];
  /** One or two sentences for somebody who reads it in a bounce. */
  readonly means: string;
  /** What one must not conclude from it. */
  readonly notAlways?: string;
  /** As the registry lists them; empty where it gives none. */
  readonly replyCodes: readonly AssociatedReply[];
  /** Reasons that a reply with it mostly has, the likeliest first. Words and host decide, never the code. */
  readonly reasons: readonly ReasonId[];
  /** The document that defines it. */
  readonly standard: string;
  /** Whether the IANA registry lists it. */
  readonly registered: boolean;
  /** Codes that are confused with it or say the neighbouring thing. */
  readonly related: readonly StatusCode[];
  readonly sources: readonly Source[];
}

/** One reply code of a refusal or deferral. */
export interface ReplyCode {
  readonly code: number;
  readonly name: string;
  /** One or two sentences for somebody who reads it in a bounce. */
  readonly means: string;
  /** What one must not conclude from it. */
  readonly notAlways?: string;
  /** The document that defines it, or who uses it where none does. */
  readonly standard: string;
  /** Whether an RFC or the IANA registry knows it. */
  readonly registered: boolean;
  /** Enhanced codes that mostly come with it. */
  readonly typicalEnhanced: readonly StatusCode[];
  /** As in {@link EnhancedCode}. */
  readonly reasons: readonly ReasonId[];
  readonly sources: readonly Source[];
}

/** A code that somebody uses in another sense than the registry's. */
export interface VendorBend {
  /** Slug of the knowledge file of who bends it; null where it is a tool that has none. */
  readonly system: string | null;
  /** The tool's name, only where `system` is null. */
  readonly tool?: string;
  /** `5.4.1`, `X.7.27` for 4 and 5 alike, or a reply code such as `523`. */
  readonly codes: readonly string[];
  /** Entries of that file which carry the code in this sense. */
  readonly entries: readonly string[];
  /** What it says there. */
  readonly vendorMeans: string;
  /** What the registry says. */
  readonly registryMeans: string;
  readonly sources: readonly Source[];
}
