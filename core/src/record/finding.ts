import type { Severity } from '../check/severity.ts';
import type { Span } from './span.ts';

/** What is remarkable about a record, with where it stands. */
export interface RecordFinding {
  /** Stable, unique within the kind of record: `too-many-lookups`. */
  readonly code: string;
  readonly severity: Severity;
  /** UTF-16 offsets into the record's text, end exclusive; null for what concerns the whole or what is missing. */
  readonly span: Span | null;
  /** What is the matter, as a sentence with the record's own values. */
  readonly says: string;
  /** What to do, as a sentence; null where there is nothing to do. */
  readonly fix: string | null;
  /** Where the rule stands: `RFC 7208 section 4.6.4`. */
  readonly source: string;
}

/** A difference between the record that is published and the one that is proposed, one tag or term each. */
export interface RecordChange {
  readonly kind: 'kept' | 'added' | 'removed' | 'changed';
  /** The term or tag as it is published; null where it is new. */
  readonly from: string | null;
  /** As it is proposed; null where it goes. */
  readonly to: string | null;
  /** Why, as a sentence; null for what is kept. */
  readonly why: string | null;
}
