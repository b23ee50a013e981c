import type {
  AppliedPolicy,
  DmarcDiscovery,
  DmarcExplanation,
  DmarcStep,
  RecordFinding,
  ReportTarget,
} from '@whybounce/core/record';

/** What each generation of receivers does with mail of one kind of sender. */
export interface DmarcFate {
  /** Null where no record applies, or which one could not be determined. */
  readonly rfc7489: AppliedPolicy | null;
  readonly rfc9989: AppliedPolicy | null;
}

/** Everything that the page of a DMARC policy shows. */
export interface DmarcCheck {
  readonly discovery: DmarcDiscovery;
  /** The domain at which the record stands that applies; null where there is none. */
  readonly at: string | null;
  /** Spans count in the record's text; those of where records stand have none. */
  readonly findings: readonly RecordFinding[];
  readonly explanation: DmarcExplanation | null;
  readonly own: DmarcFate;
  /** Subdomains of the domain that was asked for, without a record of their own. */
  readonly subdomain: DmarcFate;
  readonly missingSubdomain: DmarcFate;
  readonly targets: readonly ReportTarget[];
  /** Null where nothing is to be done, or where what is published is not known. */
  readonly next: DmarcStep | null;
}
