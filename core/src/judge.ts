import { isLanguage, type ReasonId } from '@whybounce/knowledge';
import { advise } from './advise/advise.ts';
import { builtInPolicy, type Policy } from './advise/policy.ts';
import { findCauses } from './diagnose/causes.ts';
import type { Observation } from './diagnose/observation.ts';
import type { RefusalView } from './diagnose/observe-refusal.ts';
import type { Diagnosis } from './event.ts';
import { isProvider, type Match } from './match/matcher.ts';
import type { Permanence } from './match/permanence.ts';
import type { Format } from './reading.ts';

/** A refusal whose reason is known, as reader and matcher leave it. */
export interface ReadRefusal extends Omit<RefusalView, 'hostOwnsWords' | 'inOtherLanguage' | 'permanence'> {
  readonly reason: ReasonId;
  /** The rule that read it; null where none did. */
  readonly match: Match | null;
  readonly permanence: Permanence;
  readonly confidence: number;
  readonly format: Format;
  readonly replyCode: number | null;
  /** Seconds after which the server asks to come back. */
  readonly retryAfter: number | null;
  /** The system that the refusing host belongs to. */
  readonly hostSystem: string | null;
}

/** What is known beside the refusal, and by whose rules it is acted upon. */
export interface JudgeContext {
  readonly observations?: readonly Observation[];
  readonly skipped?: readonly string[];
  readonly policy?: Policy;
}

/** From what was refused to why, whose job it is and what to do: ranks the causes, then applies the policy. */
export function judge(refusal: ReadRefusal, context: JudgeContext = {}): Diagnosis {
  const { reason, match, permanence, confidence, retryAfter } = refusal;
  const policy = context.policy ?? builtInPolicy();
  const nothing: ReadonlySet<string> = new Set();
  const causes = findCauses({
    reason,
    rule:
      match === null
        ? null
        : {
            id: match.rule,
            owner: match.row.owner,
            deed: match.row.action,
            shares: match.row.causes,
            words: match.words,
          },
    view: {
      ...refusal,
      hostOwnsWords: hostOwnsWords(match, refusal.hostSystem),
      inOtherLanguage: match !== null && isLanguage(match.system),
    },
    deedOf: (cause) => policy.rowFor(cause, reason, nothing)?.do ?? 'hold',
    ...(context.observations !== undefined && { observations: context.observations }),
    ...(context.skipped !== undefined && { skipped: context.skipped }),
  });
  const { owner, action } = advise({
    reason,
    match,
    permanence,
    said: refusal,
    retryAfter,
    causes,
    policy,
    outside: (context.observations ?? []).length > 0,
  });
  return {
    reason,
    rule: match?.rule ?? null,
    origin: match?.origin ?? null,
    permanence: permanence === 'unknown' && refusal.kind === 'deferral' ? 'temporary' : permanence,
    confidence,
    cause: causes.cause,
    causes: causes.causes,
    owner,
    action,
    settle: causes.settle,
  };
}

/** Whether words that only one system says came from a host of its own; null where nobody can tell. */
function hostOwnsWords(match: Match | null, hostSystem: string | null): boolean | null {
  if (match === null || match.ground !== 'words' || !isProvider(match.kind) || hostSystem === null) return null;
  return match.system === hostSystem || match.identifiedBy === 'host';
}
