import type { SmtpObservation } from './observation.ts';

/** Thrown inside this room where a dialogue cannot go on; the prober makes an observation of it. */
export class DialogueEnd extends Error {
  override readonly name = 'DialogueEnd';
  readonly outcome: Exclude<SmtpObservation['outcome'], 'answered'>;

  /** @param detail why, as a sentence or in the words of the system */
  constructor(outcome: DialogueEnd['outcome'], detail: string) {
    super(detail);
    this.outcome = outcome;
  }
}
