/** SPF (RFC 7208): reads, evaluates, walks, judges, explains and writes the records of who may send for a domain. */
export { type AnalyseSpfOptions, analyseSpf } from './analyse.ts';
export { type CheckHostOptions, checkHost } from './check-host.ts';
export type { SpfClient, SpfClientHint } from './client.ts';
export type { SpfDecision, SpfEvaluation, SpfStep, SpfVerdict } from './evaluation.ts';
export { explainSpf, type SpfExplanation } from './explain.ts';
export { type FlattenedSpf, type FlattenSpfOptions, flattenSpf } from './flatten.ts';
export { type SpfLimits, type SpfTreeLimits, spfLimits, spfTreeLimits } from './limits.ts';
export { lintSpfRecord } from './lint-record.ts';
export { lintSpf } from './lint-tree.ts';
export { mergeSpf } from './merge.ts';
export { readableOctets } from './octets.ts';
export { parseSpf } from './parse.ts';
export {
  allOf,
  asksDns,
  type MechanismName,
  modifierOf,
  type Qualifier,
  type SpfBrokenTerm,
  type SpfMechanism,
  type SpfModifier,
  type SpfRecord,
  type SpfTerm,
} from './record.ts';
export { type SpfNearMiss, type SpfSelection, selectSpf } from './select.ts';
export type { SpfSender } from './sender.ts';
export type {
  SpfAgain,
  SpfHost,
  SpfNode,
  SpfNodeStatus,
  SpfPlace,
  SpfSize,
  SpfTermNode,
  SpfTermState,
  SpfTree,
  SpfVoid,
  SpfWorldRange,
} from './tree.ts';
export { type PlacedTerm, placedTerms } from './tree-terms.ts';
export { type SpfTreeEvaluation, verdictOfTree } from './tree-verdict.ts';
export type { WatchedName } from './watched-name.ts';
export { type WriteSpfOptions, writeSpf } from './write.ts';
export type { WrittenSpf } from './written.ts';
