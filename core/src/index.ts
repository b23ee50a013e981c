export type { Action, CauseId, Deed, ObservationId, Owner, PolicyRow, ReasonId, TestId } from '@whybounce/knowledge';
export type { Crosswalk } from './advise/crosswalk.ts';
export { PolicyError, parsePolicy } from './advise/parse-policy.ts';
export { builtInPolicy, Policy } from './advise/policy.ts';
export {
  changeOf,
  comparePolicies,
  type PolicyChange,
  type PolicyDifference,
  tryPolicy,
} from './compare-policies.ts';
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
export type { Permanence } from './match/permanence.ts';
export { logDialectNames } from './read/log/index.ts';
export type { MicrosoftTag } from './read/microsoft-tag.ts';
export type { RetryHint } from './read/retry-hint.ts';
export { webhookVendorNames } from './read/webhook/index.ts';
export type { Authentication, Format, Kind, OriginalMessage, SendingMta, Stage, Warning } from './reading.ts';
export { decodeReply } from './reply.ts';
