import type { Span } from './span.ts';

/** What one part of a record tells its readers, for somebody who does not know the format. */
export interface RecordExplanation {
  /** The part as it is written. */
  readonly term: string;
  /** Where it stands: UTF-16 offsets, end exclusive. */
  readonly span: Span;
  /** One or two sentences with the part's own values. */
  readonly says: string;
}
