import type { Action, CauseId, Owner, ReasonId } from '@whybounce/knowledge';
import type { Crosswalk } from './advise/crosswalk.ts';
import type { RankedCause, Settle } from './diagnose/observation.ts';
import type { Origin } from './match/match.ts';
import type { Permanence } from './match/permanence.ts';
import type { MicrosoftTag } from './read/microsoft-tag.ts';
import type { RetryHint } from './read/retry-hint.ts';
import type { Authentication, Format, Kind, OriginalMessage, SendingMta, Stage, Warning } from './reading.ts';

/** What the refusal says, how sure that is, who must act and what to do. */
export interface Diagnosis {
  readonly reason: ReasonId;
  /** `system/entry`: the rule that read the words; null where only the kind of event or a vendor's class spoke. */
  readonly rule: string | null;
  /** Whose rule that is: the engine's or an operator's overlay's; null where no rule spoke. */
  readonly origin: Origin | null;
  readonly permanence: Permanence;
  /** Probability from 0 to 1 that the reason is right. */
  readonly confidence: number;
  /** The cause that may be named: at least 60 % likely and twice as likely as the next; null while several are open. */
  readonly cause: CauseId | null;
  /** Why it can have happened, the likeliest first, with what speaks for and against each. */
  readonly causes: readonly RankedCause[];
  readonly owner: Owner;
  readonly action: Action;
  /** What to find out next; null where nothing would tell more. */
  readonly settle: Settle | null;
}

/** One recipient's outcome, as the library returns it and the command prints it. Absent means null. */
export interface BounceEvent {
  /** The input's name; `:17` for a line, `#17` for a message of a mailbox or an event of a batch. */
  readonly input: string;
  readonly format: Format;
  readonly dialect: string | null;
  readonly kind: Kind;
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly sender: string | null;
  readonly reportingMta: string | null;
  readonly remoteMta: { readonly host: string | null; readonly ip: string | null };
  readonly sendingMta: SendingMta;
  readonly provider: string | null;
  readonly stage: Stage | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly dsnAction: string | null;
  readonly diagnostic: string | null;
  /** ISO 8601 in UTC. */
  readonly timestamp: string | null;
  readonly retryHint: RetryHint | null;
  /** Slugs of the blocklists that the refusal names. */
  readonly blocklists: readonly string[];
  readonly microsoft: MicrosoftTag;
  readonly message: Readonly<OriginalMessage>;
  /** What the server that looked last wrote on the message; null where none did. */
  readonly authentication: Authentication | null;
  /** Null for what is no delivery event. */
  readonly diagnosis: Diagnosis | null;
  readonly crosswalk: Crosswalk | null;
  readonly trust: 'verified' | 'unverified';
  readonly trustedBy: string | null;
  readonly knowledgeVersion: string;
  readonly warnings: readonly Warning[];
}
