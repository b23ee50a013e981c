import type { ObservationId } from '@whybounce/knowledge';

/** Something that a check saw and that speaks for or against causes of a bounce: `diagnose` takes it as it is. */
export interface Observed {
  readonly id: ObservationId;
  /** What exactly was seen, as a sentence. */
  readonly note: string;
}
