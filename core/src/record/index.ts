/** The records of mail: read, lint, explain and write them. */
export * from './dmarc/index.ts';
export type { RecordChange, RecordFinding } from './finding.ts';
export * from './organizational-domain/index.ts';
