import type { ArcVerdict } from './arc/verdict.ts';
import type { DkimVerdict } from './dkim/verdict.ts';
import type { DmarcVerdict } from './dmarc.ts';
import type { Envelope } from './envelope/envelope.ts';
import type { SpfVerdict } from './spf.ts';

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
