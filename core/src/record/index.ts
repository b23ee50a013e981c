/** The records of mail: read, lint, explain and write them. */
export * from './bimi/index.ts';
export * from './dkim-key/index.ts';
export * from './dmarc/index.ts';
export type { RecordExplanation } from './explanation.ts';
export type { RecordChange, RecordFinding } from './finding.ts';
export * from './ip/index.ts';
export * from './mta-sts/index.ts';
export * from './organizational-domain/index.ts';
export * from './spf/index.ts';
export * from './tls-rpt/index.ts';
export * from './tlsa/index.ts';
export * from './what-if/index.ts';
