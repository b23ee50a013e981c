/** Asks the DNS, mail servers, web servers and blocklists, and says what is wrong. */
export {
  type BulkSenderCell,
  type BulkSenderRow,
  bulkSenderTable,
  type RequirementState,
} from './bulk-sender/bulk-sender-table.ts';
export { type BulkProvider, bulkProviders, bulkThresholds } from './bulk-sender/requirement.ts';
export { checkEvent, type EventCheck, requestsOf } from './check-event.ts';
export type { HttpsFetcher, HttpsResponse } from './https/response.ts';
export type { Observed } from './observe/observed.ts';
export { type CheckRun, type Instruments, type Listener, Probe, type ProbeOptions } from './probe.ts';
export { type CheckRequest, readSubject } from './subject.ts';
export { SubjectError, type SubjectErrorCode } from './subject-error.ts';
export { type MessageOptions, subjectOfMessage } from './test-message.ts';
