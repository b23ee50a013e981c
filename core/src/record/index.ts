/** The records of mail: read, lint, explain and write them. */
export type { RecordChange, RecordFinding } from './finding.ts';
