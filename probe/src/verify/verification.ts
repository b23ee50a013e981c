import type { ArcVerdict } from './arc/verdict.ts';
import type { DkimVerdict } from './dkim/verdict.ts';
import type { DmarcVerdict } from './dmarc.ts';
import type { Envelope } from './envelope/envelope.ts';
import type { SpfVerdict } from './spf.ts';

/** Result words of RFC 8601 section 2.7. */
export type AuthResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'policy' | 'temperror' | 'permerror';

/** What receivers that take the specification less to the letter make of the same, where it differs. */
export interface LenientReading {
  readonly result: AuthResult;
  /** What they accept, or call otherwise, each as one sentence. */
  readonly because: readonly string[];
}

/** What a message's authentication comes to. */
export interface Verification {
  /** From whom and whence the message came, as given or as its own header says. */
  readonly envelope: Envelope;
  readonly spf: SpfVerdict;
  readonly dkim: DkimVerdict;
  readonly dmarc: DmarcVerdict;
  readonly arc: ArcVerdict;
  /** Domain of From; null where it has none or several. */
  readonly authorDomain: string | null;
  /** Bytes of the body. */
  readonly bodyBytes: number;
  /** Lines that came without their CR: the message was saved by a program that drops it, and is read with it. */
  readonly bareLineFeeds: number;
}
