/** Where an observation comes from. */
export type ObservationSource = 'reply' | 'headers' | 'dns' | 'blocklist' | 'history' | 'cohort' | 'sending' | 'person';

/**
 * Something that can be observed, with every outcome that it can have. At most one outcome holds at a
 * time, so two of them never count twice. The id of an observation is `test:outcome`.
 */
export interface ObservationTest {
  readonly from: ObservationSource;
  /** As a question to a person; null where only the input can tell, so that nobody is asked for it. */
  readonly ask: string | null;
  /** How to find out, in a sentence; null where there is nothing to do. */
  readonly how: string | null;
  /**
   * What finding out costs: 1 is a look at what is at hand, 2 a look-up, 3 a test mail of one's own,
   * 4 asking somebody else, 5 waiting for days. The engine proposes what tells most for its cost.
   */
  readonly effort: 1 | 2 | 3 | 4 | 5;
  /** The outcome that a plain yes to the question means, where one does. */
  readonly yes?: string;
  readonly no?: string;
  /** Outcome → what was then seen, as a sentence. */
  readonly outcomes: Readonly<Record<string, string>>;
}

/** Words in a refusal that speak for or against a cause, whichever rule read the refusal. */
export interface Cue {
  /** What the words give away, as a sentence. */
  readonly says: string;
  /** Any one suffices. Same syntax as an entry's `text`. */
  readonly text: readonly string[];
}
