import type { LenientReading } from '../auth-result.ts';
import type { PartVerdict } from '../dkim/check-signature.ts';
import type { DkimKey } from '../dkim/key.ts';

/** One of the two signatures of an ARC set. */
export interface ArcPart {
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: string;
  readonly key: DkimKey;
  readonly verdict: PartVerdict;
}

/** What one hop added: an ARC set (RFC 8617 section 4.2). */
export interface ArcSet {
  readonly instance: number;
  /** What this hop says of the chain before it; null without seal. */
  readonly cv: string | null;
  /** Whether the seal holds over all sets up to this one; null where it is missing. */
  readonly seal: ArcPart | null;
  /**
   * Whether the message is still as it was when this hop passed it on; null where the signature is missing. Of older hops it may
   * fail: whoever came after changed the message.
   */
  readonly messageSignature: (ArcPart & { readonly bodyHash: PartVerdict }) | null;
  /** What this hop found, as it says: untrusted text. */
  readonly results: string | null;
}

/** Why a chain is broken. */
export type ArcFault =
  | 'seal-differs'
  | 'message-differs'
  | 'message-signature-invalid'
  | 'key-missing'
  | 'key-weak'
  | 'cv'
  | 'set-incomplete'
  | 'set-repeated'
  | 'instance'
  | 'too-many'
  | 'malformed';

/** What ARC says of a message (RFC 8617). */
export interface ArcVerdict {
  /** `undetermined`: a key could not be fetched, or the message lies beyond the limits. */
  readonly cv: 'none' | 'pass' | 'fail' | 'undetermined';
  readonly lenient: LenientReading | null;
  /** How many sets the message has. */
  readonly hops: number;
  /** In the order of their instances. */
  readonly sets: readonly ArcSet[];
  readonly fault: ArcFault | null;
  /** The verifier's remark, with the instance. */
  readonly detail: string | null;
  /** The lowest instance at which the chain breaks; null where it holds. */
  readonly firstBroken: number | null;
  /** The hop since which the message is unchanged; 0 for all, null without a chain that passes (section 5.2, oldest-pass). */
  readonly oldestPass: number | null;
}
