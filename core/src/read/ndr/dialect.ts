import type { Kind, Stage } from '../../reading.ts';
import type { Letter } from '../letter.ts';

/** What a report says of one recipient. Codes, host and stage inside `diagnostic` are taken out later for all dialects alike. */
export interface Failure {
  readonly recipient: string | null;
  /** The server's words on one line, as they came; what the reporting MTA wrapped around them may stay. */
  readonly diagnostic: string | null;
  readonly originalRecipient?: string | null;
  readonly reportingMta?: string | null;
  readonly remoteHost?: string | null;
  readonly remoteIp?: string | null;
  readonly stage?: Stage | null;
  readonly replyCode?: number | null;
  readonly enhancedStatus?: string | null;
  /** Only where it differs from what the report as a whole is. */
  readonly kind?: Kind;
}

/** How one MTA or service writes its non-delivery reports. The file's name is the dialect's name. */
export interface NdrDialect {
  readonly dialect: string;
  /**
   * Words of which at least one stands in {@link Letter.head} wherever {@link recognises} is true: lower case, at
   * least six characters, taken literally. Without any of them it is not asked; one that has no signs is always asked.
   */
  readonly signs: readonly string[];
  /** Whether this MTA wrote the letter: by headers, sender, subject or set phrases, never by one common word. */
  recognises(letter: Letter): boolean;
  /**
   * Its failures in their order. Empty where the report has no form of its own to read (the prose
   * reader then does it). In an RFC 3464 report this is asked only for what the status part leaves out.
   */
  read(letter: Letter): Failure[];
}
