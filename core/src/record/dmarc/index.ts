/** DMARC: the record, where it stands, what it does to a message, and how to write it. */
export { isAligned } from './alignment.ts';
export {
  type AppliedPolicy,
  type DmarcStandard,
  type PolicyQuestion,
  policyFor,
} from './applied-policy.ts';
export { type DmarcDiscovery, discoverDmarc, type Misplaced } from './discover-dmarc.ts';
export { type DmarcStep, nextDmarcStep } from './dmarc-step.ts';
export type { AuthenticationResult, DmarcEvaluation, DmarcIdentifier, DmarcVerdict } from './dmarc-verdict.ts';
export type { DmarcWish } from './dmarc-wish.ts';
export { domainExists } from './domain-exists.ts';
export { evaluateDmarc } from './evaluate-dmarc.ts';
export { type DmarcDifference, type DmarcExplanation, explainDmarc } from './explain-dmarc.ts';
export { lintDmarc } from './lint-dmarc.ts';
export { type DmarcPolicy, type DmarcRecord, dmarcPolicies, parseDmarc } from './parse-dmarc.ts';
export { checkReportTargets, type ReportTarget } from './report-targets.ts';
export type { ReportUri } from './report-uri.ts';
export { type WrittenDmarc, writeDmarc } from './write-dmarc.ts';
