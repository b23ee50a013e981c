import type { AuthResult, LenientReading } from '../auth-result.ts';
import type { PartVerdict, SignatureFinding } from './check-signature.ts';
import type { DkimKey } from './key.ts';

/** A reason for which a signature does not count. */
export type FailureCode =
  | 'body-changed'
  | 'header-changed'
  | 'other-key'
  | 'signature-differs'
  | 'no-key'
  | 'key-revoked'
  | 'key-unusable'
  | 'key-unfit'
  | 'key-undetermined'
  | 'weak-key'
  | 'sha1'
  | 'expired'
  | 'expires-before-signed'
  | 'from-not-signed'
  | 'identity-outside'
  | 'unknown-algorithm'
  | 'unknown-canonicalization'
  | 'unknown-version'
  | 'unknown-query-method'
  | 'malformed'
  | 'not-verified';

/** What may have brought a change about. */
export type ChangeKind =
  | 'footer-appended'
  | 'text-prepended'
  | 'text-inserted'
  | 'wrapped-in-multipart'
  | 'truncated'
  | 'blanks-changed'
  | 'trailing-blanks'
  | 'line-ends-changed'
  | 'long-lines-split'
  | 'encoding-changed'
  | 'dots-stuffed'
  | 'from-quoted'
  | 'other-canonicalization'
  | 'empty-when-signed'
  | 'links-rewritten'
  | 'list-passed'
  | 'subject-changed'
  | 'field-changed'
  | 'field-removed'
  | 'field-added'
  | 'header-refolded'
  | 'key-changed'
  | 'signature-damaged';

/** A likely cause of a failure. */
export interface LikelyCause {
  readonly kind: ChangeKind;
  /** With the change undone, the hash or signature is right: it is no guess. */
  readonly proven: boolean;
  /** One sentence with the message's own values. */
  readonly says: string;
  /** The words that were added or changed, where they are known: untrusted text. */
  readonly quote: string | null;
}

/** Why a signature does not count. */
export interface SignatureFailure {
  readonly code: FailureCode;
  readonly says: string;
  readonly causes: readonly LikelyCause[];
}

/** Something about a signature that works today and need not tomorrow, or not everywhere. */
export type SignatureWarningCode =
  | 'rsa-short'
  | 'rsa-long'
  | 'ed25519-alone'
  | 'sha1'
  | 'body-length'
  | 'unsigned-tail'
  | 'signed-in-future'
  | 'expired-since'
  | 'identity-outside'
  | 'from-not-oversigned'
  | 'from-repeated'
  | 'replayable'
  | 'fields-not-signed'
  | 'key-testing'
  | 'several-keys';

export interface SignatureWarning {
  readonly code: SignatureWarningCode;
  readonly says: string;
}

/** One DKIM signature of a message. */
export interface SignatureReport {
  /** Its place among the signatures, from the top, from 0. */
  readonly place: number;
  readonly domain: string;
  readonly selector: string;
  /** `rsa-sha256`. */
  readonly algorithm: string;
  /** `relaxed/simple`; null where it names none that exists. */
  readonly canonicalization: string | null;
  /** `i=` as written; null where there is none. */
  readonly identity: string | null;
  /** Names of `h=` in lower case. */
  readonly signedHeaders: readonly string[];
  readonly oversigned: readonly string[];
  /** `l=`: bytes of the canonical body that are signed; null for all. */
  readonly bodyLength: number | null;
  /** Bytes of the canonical body that `l=` leaves unsigned. */
  readonly unsignedBytes: number;
  readonly signedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly key: DkimKey;
  /** By the specification. */
  readonly result: AuthResult;
  /** Null where lenient receivers let it pass no more than the specification. */
  readonly lenient: LenientReading | null;
  /** Whether the body is the one that was signed, whatever the header signature says. */
  readonly bodyHash: PartVerdict;
  /** Whether the header is the one that was signed, whatever the body hash says. */
  readonly headerSignature: PartVerdict;
  /** What the signature itself tells; null where it could not be looked at. */
  readonly finding: SignatureFinding | null;
  /** Everything for which it does not count: first what the verdict says. */
  readonly failures: readonly SignatureFailure[];
  readonly warnings: readonly SignatureWarning[];
}

/** The DKIM signatures of a message. */
export interface DkimVerdict {
  /** `pass` where one signature does, else the best of them, `none` without any (RFC 6376 section 6.1). */
  readonly result: AuthResult;
  readonly lenient: LenientReading | null;
  readonly signatures: readonly SignatureReport[];
  /** How many the message has; those beyond the limits are listed without being verified. */
  readonly total: number;
}
