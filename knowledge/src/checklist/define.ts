import type { Source } from '../define.ts';
import type { ObservationId, TestId } from '../observation/index.ts';
import type { Shell } from '../trace-tool/define.ts';
import type { ReasonId } from '../vocabulary/reason.ts';

/**
 * What can be known when an answer is read, for use in {@link AnswerWords}: `{recipient}`, `{sender}`, `{domain}` (of
 * the recipient), `{senderDomain}`, `{sendingIp}`. An answer that needs one which is not known is passed over.
 */
export type AnswerPlaceholder = 'recipient' | 'sender' | 'domain' | 'senderDomain' | 'sendingIp';

/**
 * Words by which an outcome is recognised in pasted output: lower case, white space folded.
 *
 * - `^status: delivered` is a whole line of a list. `*` at its end stands for any value but none at all, `{+}` for a
 *   list that is not empty. Blanks around the colon do not count.
 * - Any other word stands anywhere, line breaks folded, and no letter or digit clings to it.
 */
export interface AnswerWords {
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
  /** A size in bytes that has reached so many hundredths of another: two names of a list. */
  readonly reached?: { readonly size: string; readonly limit: string; readonly percent: number };
  /** The contrary of {@link reached}: it is below. */
  readonly below?: { readonly size: string; readonly limit: string; readonly percent: number };
}

/** One outcome of a step. The first that the output fulfils counts. */
export interface ChecklistAnswer {
  /** Unique in its step. */
  readonly id: string;
  readonly words: AnswerWords;
  /** `all` and `any` have to hold inside one object of the list: blank lines part them. */
  readonly inOneObject?: true;
  /** It is read from an error message; every other answer is not taken from output that has one. */
  readonly fromError?: true;
  /** The output has to name this, where it is known: else it is about something else. */
  readonly names?: AnswerPlaceholder;
  /** What was observed by it; null where it settles nothing but tells what to do. */
  readonly observation: ObservationId | null;
  /** What it means, as a sentence. */
  readonly means: string;
  /** What to do now, as a sentence. */
  readonly next: string;
}

/** One look into the receiving system. Reads only. */
export interface ChecklistStep {
  /** Unique among all checklists: it names the step in commands and links. */
  readonly id: string;
  /** What is looked at: a few words. */
  readonly title: string;
  /** Why, as a sentence. */
  readonly why: string;
  /** Program or page, and how to get there. */
  readonly where: string;
  readonly shell: Shell;
  /** As in a trace tool: `{placeholders}` without quotes, `[[ ]]` around what may be left out. */
  readonly command: string;
  /** The test that it settles; null where it settles none but shows what to repair. */
  readonly test: TestId | null;
  /** Reasons of a refusal for which it is worth making. */
  readonly reasons: readonly ReasonId[];
  readonly answers: readonly ChecklistAnswer[];
  readonly sources: readonly Source[];
}

/** What the administrator of one system looks at, in order. */
export interface ChecklistOf {
  readonly name: string;
  /** Slugs of the systems that it is for; empty for the one that fits every other. */
  readonly systems: readonly string[];
  /** Domains of the system whose addresses no customer administers. */
  readonly notForDomains: readonly string[];
  /** What has to be done once before the steps, as a sentence; null for nothing. */
  readonly prepare: string | null;
  readonly steps: readonly ChecklistStep[];
}

/** Output that answers nothing, and why. */
export interface NoAnswer {
  readonly any: readonly string[];
  /** It shows even where an answer could be read. */
  readonly always?: true;
  readonly says: string;
  readonly next: string;
}
