/** The knowledge as pages: pure data, each loaded when it is asked for. Whoever shows them decides how. */
export type { Source } from '@whybounce/knowledge';
export type { Anatomy, CodeDetail, CodePart } from './anatomy.ts';
export {
  type CauseEvidence,
  type CausePage,
  type CauseReason,
  causeIds,
  causePage,
  suggestCauses,
} from './cause-page.ts';
export type { ClassifierVerdict } from './classifiers.ts';
export { type CodePage, type CodeRef, type CodeUser, type CodeUsers, codePage } from './code-page.ts';
export {
  type ComparedExample,
  type ComparisonPage,
  comparisonList,
  comparisonPage,
  type SideBySidePage,
  suggestComparisons,
  type VerdictPage,
  type VerdictTally,
} from './comparison-page.ts';
export type { ComparisonRef } from './comparison-refs.ts';
export { type EntryCode, type EntryLinks, type EntryPage, entryPage, suggestEntries } from './entry-page.ts';
export { type ExactPage, exactPage } from './exact-page.ts';
export type { ReadExample } from './example.ts';
export { type FoundSystem, findSystem } from './find-system.ts';
export { hasPage, listedCodes, pageSlugs, reservedSlugs } from './page-slugs.ts';
export { type ReasonPage, reasonPage, suggestReasons } from './reason-page.ts';
export type { RelatedRules } from './related.ts';
export type { RuleRef, SystemRef } from './rules.ts';
export { search } from './search.ts';
export type { SearchKind } from './search-documents.ts';
export type { SearchResult } from './search-engine.ts';
export type { CauseShare, Shares } from './shares.ts';
export { type StaleClaim, staleClaims } from './stale-claims.ts';
export type { OwnerSteps, Step } from './steps-by-owner.ts';
export {
  type EntryFamily,
  type ListedEntry,
  type SystemPage,
  type SystemSummary,
  systemPage,
  systems,
} from './system-page.ts';
