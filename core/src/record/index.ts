/** The records of mail: read, lint, explain and write them. */
export type { RecordChange, RecordFinding } from './finding.ts';
export * from './organizational-domain/index.ts';
