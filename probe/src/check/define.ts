import type { Area, Outcome, Seen, Severity } from '@whybounce/core/check';
import type { CheckContext, Subject } from './context.ts';

/** Where a check looks: in the DNS of a domain, at an address, at a mail server that it connects to, at a message. */
export type CheckInput = 'domain' | 'ip' | 'probe' | 'message';

/** What a check says after it looked. */
export interface Verdict {
  readonly outcome: Outcome;
  /** One or two sentences with the subject's own values. */
  readonly says: string;
  readonly seen?: readonly Seen[] | undefined;
  readonly fix?: string | undefined;
  readonly publish?: string | undefined;
  /** Where it weighs less, or more, than the check does in general. */
  readonly severity?: Severity | undefined;
}

/** One check: a file of its own, named like its id. */
export interface Check {
  /** `area.what`, stable. */
  readonly id: `${string}.${string}`;
  readonly area: Area;
  readonly input: CheckInput;
  /** What must be known of the subject: where one is null the check does not run. */
  readonly needs: readonly (keyof Subject)[];
  /** What a failure weighs. */
  readonly severity: Severity;
  /** What is right when it passes, in few words: `At most ten DNS look-ups`. */
  readonly title: string;
  /** What is looked at and why it matters to delivery, in one to three sentences. */
  readonly about: string;
  /** What to do in general where it fails; null where there is nothing to do. */
  readonly remedy: string | null;
  /** Where the rule stands: `RFC 7208 section 4.6.4`. */
  readonly source: string;
  /** Looks. May throw nothing for what the world does: that is `could-not-determine`. */
  run(context: CheckContext): Promise<Verdict>;
}

export function defineCheck(check: Check): Check {
  return check;
}

type More = Omit<Verdict, 'outcome' | 'says'>;

const verdict =
  (outcome: Outcome) =>
  (says: string, more: More = {}): Verdict => ({ outcome, says, ...more });

export const pass = verdict('pass');
export const warn = verdict('warn');
export const fail = verdict('fail');
/** Neither good nor bad. */
export const tell = verdict('info');
/** The question does not arise. */
export const notApplicable = verdict('not-applicable');
/** The world did not let it be known. */
export const undetermined = verdict('could-not-determine');
