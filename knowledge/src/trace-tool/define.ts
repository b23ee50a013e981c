import type { Source } from '../define.ts';
import type { Owner } from '../vocabulary/action.ts';
import type { ReasonId } from '../vocabulary/reason.ts';

/**
 * Where a command is typed, which decides how a value is quoted in it: `powershell`; `posix` (sh and its kin);
 * `any` for programs that run under all shells, Windows' too, so that a value takes plain characters only;
 * `console` for words to type into an administrator's page.
 */
export type Shell = 'powershell' | 'posix' | 'any' | 'console';

/** What is filled into a command. `start` and `end` are days (`2026-05-26`), end not included; the times are in UTC. */
export type Placeholder =
  | 'recipient'
  | 'sender'
  | 'domain'
  | 'messageId'
  | 'sendingIp'
  | 'start'
  | 'end'
  | 'startTime'
  | 'endTime';

/** One way to look a message up. */
export interface TraceWay {
  /** The program or page, as its users call it, with how to get there. */
  readonly where: string;
  readonly shell: Shell;
  /**
   * The command with `{placeholders}`, not quoted here: that is done when they are filled in. What stands in
   * `[[ ]]` is left out where a value in it is not known.
   */
  readonly command: string;
}

/** How the administrator of a system finds a message in its log. */
export interface TraceTool {
  readonly name: string;
  /** Slugs of the systems that have it; empty for the one that fits every other. */
  readonly systems: readonly string[];
  /** Dialects of reports and logs that its servers write. */
  readonly dialects: readonly string[];
  readonly ways: readonly TraceWay[];
  /** Limits and traps, as sentences. */
  readonly notes: readonly string[];
  /** Ids that its servers leave in a reply and that are worth handing over. */
  readonly replyIds: readonly ReplyId[];
  readonly sources: readonly Source[];
}

/** An id in a reply. */
export interface ReplyId {
  readonly label: string;
  /** Source of a regular expression whose first group is the id. Bounded quantifiers only; case does not count. */
  readonly pattern: string;
}

/** One thing that the administrator of the other side needs. */
export interface PacketField {
  /** What it counts for completeness; all weights together are 100. */
  readonly weight: number;
  readonly label: string;
  /** Why it matters, as a sentence. */
  readonly why: string;
  /** Where the sender finds it, as a sentence. */
  readonly where: string;
}

/** How a refusal is told to people of the other side, for whom "you" would be the wrong word. */
export interface RefusalWords {
  /** A clause that ends a sentence: `the address is not known there`. */
  readonly happened: string;
  /** What to ask of whom, behind "to": `look whether the address exists`. Others of {@link ownerWords}. */
  readonly asks?: Partial<Record<Owner, string>>;
}

/** What is asked of whom, unless the refusal knows better. */
export interface OwnerWords {
  /** A sentence up to what is asked, `{system}` and `{domain}` filled in. */
  readonly lead: string;
  /** What is asked, behind {@link lead}. */
  readonly ask: string;
}

/** A table that has words for every reason. */
export type RefusalTable = Readonly<Record<ReasonId, RefusalWords>>;
