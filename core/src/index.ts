export type { Action, CauseId, Deed, ObservationId, Owner, PolicyRow, ReasonId, TestId } from '@whybounce/knowledge';
export type { Crosswalk } from './advise/crosswalk.ts';
export { PolicyError, parsePolicy } from './advise/parse-policy.ts';
export { builtInPolicy, Policy } from './advise/policy.ts';
export type { ObserveOptions } from './cohort/cohorts.ts';
export {
  type CohortDiagnosis,
  type DiagnoseAllOptions,
  diagnoseAll,
  type KnownBeside,
} from './cohort/diagnose-cohort.ts';
export { type Bands, type CohortBand, findBands } from './cohort/find-bands.ts';
export { findPatterns, type PatternOptions } from './cohort/find-patterns.ts';
export { findSteps, type Step, type StepOptions } from './cohort/find-step.ts';
export { Ledger } from './cohort/ledger.ts';
export { CohortObserver } from './cohort/observe-cohort.ts';
export type { CohortInput, Dimension, Outcome } from './cohort/outcome.ts';
export type { CohortKey, Pattern } from './cohort/pattern.ts';
export { type Band, type RateBand, type RateBandOptions, rateBand, rateBandDefaults } from './cohort/rate-band.ts';
export { Tally, type TallyLimits, type TallyOptions, type Totals, tallyLimits } from './cohort/tally.ts';
export { type Interval, wilson } from './cohort/wilson.ts';
export {
  changeOf,
  comparePolicies,
  type PolicyChange,
  type PolicyDifference,
  type TrialContext,
  tryPolicy,
} from './compare-policies.ts';
export { MboxSplitter } from './container/mbox.ts';
export { Conversation, type Question, questionOf } from './conversation.ts';
export { type DecideOptions, type Decision, decide, type TrustGround } from './decide.ts';
export { decode, decodeStream } from './decode.ts';
export type { Facts } from './diagnose/facts.ts';
export type { Evidence, Observation, RankedCause, Settle } from './diagnose/observation.ts';
export { type DiagnoseContext, diagnose, ObservationError, type ObservationInput } from './diagnose-event.ts';
export type { BounceEvent, Diagnosis } from './event.ts';
export {
  type CauseExplanation,
  explainCause,
  explainNotes,
  explainObservation,
  explainRule,
  explainSteps,
  explainTest,
  type RuleExplanation,
  sayReason,
  systemName,
  type TestExplanation,
} from './explain.ts';
export { type DecodeOptions, Decoder } from './input/decoder.ts';
export { type InputForm, inputForms } from './input/form.ts';
export type { Origin } from './match/match.ts';
export type { Permanence } from './match/permanence.ts';
export { logDialectNames } from './read/log/index.ts';
export type { MicrosoftTag } from './read/microsoft-tag.ts';
export type { RetryHint } from './read/retry-hint.ts';
export { webhookVendorNames } from './read/webhook/index.ts';
export type { Authentication, Format, Kind, OriginalMessage, SendingMta, Stage, Warning } from './reading.ts';
export { decodeReply, type ReplyOptions } from './reply.ts';
export type { Overlay, OverlayEntry, OverlaySystem } from './rules/overlay.ts';
export { faultSentence, OverlayError, type OverlayFault } from './rules/overlay-error.ts';
export { parseOverlay } from './rules/parse-overlay.ts';
export { builtInRules, type RuleSet } from './rules/rule-set.ts';
export { rulesWith } from './rules/rules-with.ts';
export { type TrailMiss, type TrailStep, trail, trailMisses } from './rules/trail.ts';
export { type Trial, type TrialSetting, tryRules } from './try-rules.ts';
