/** SPF (RFC 7208): reads, evaluates, walks, judges, explains and writes the records of who may send for a domain. */
export { type AnalyseSpfOptions, analyseSpf } from './analyse.ts';
export { type CheckHostOptions, checkHost } from './check-host.ts';
export type { SpfClient, SpfClientHint } from './client.ts';
export type { SpfEvaluation, SpfStep, SpfVerdict } from './evaluation.ts';
export { type SpfLimits, type SpfTreeLimits, spfLimits, spfTreeLimits } from './limits.ts';
export { parseSpf } from './parse.ts';
export { selectSpf } from './select.ts';
export { type SpfTreeEvaluation, verdictOfTree } from './tree-verdict.ts';
