import type { DmarcPlace, DmarcPlaces } from '../organizational-domain/index.ts';
import type { AppliedPolicy, DmarcStandard } from './applied-policy.ts';
import type { DmarcRecord } from './parse-dmarc.ts';

/** What SPF or one DKIM signature gave. */
export interface AuthenticationResult {
  /** `pass`, `fail`, `temperror`… (RFC 8601 section 2.7). */
  readonly result: string;
  /** SPF: of the envelope sender; DKIM: the tag `d`. */
  readonly domain: string;
}

/** How one authenticated domain stands to the From domain. */
export interface DmarcIdentifier extends AuthenticationResult {
  readonly method: 'spf' | 'dkim';
  readonly mode: 'relaxed' | 'strict';
  /** Null where it could not be determined, or is no matter as the result is no pass. */
  readonly aligned: boolean | null;
  /** As a sentence. */
  readonly says: string;
}

/** What one generation of receivers concludes. */
export interface DmarcVerdict {
  readonly standard: DmarcStandard;
  /** `none`: DMARC does not apply; `temperror`: it could not be determined. */
  readonly result: 'pass' | 'fail' | 'none' | 'temperror';
  readonly place: DmarcPlace;
  /** The record that applies; null where none does. */
  readonly record: DmarcRecord | null;
  /** What is asked for mail that fails; null where no record applies. */
  readonly policy: AppliedPolicy | null;
  readonly identifiers: readonly DmarcIdentifier[];
  /** As sentences. */
  readonly says: string;
}

/** The verdicts of both generations of receivers. */
export interface DmarcEvaluation {
  readonly fromDomain: string;
  readonly places: DmarcPlaces;
  readonly rfc7489: DmarcVerdict;
  readonly rfc9989: DmarcVerdict;
  /** Whether result or policy are different. */
  readonly differ: boolean;
}
