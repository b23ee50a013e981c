/** How far a claim can be trusted: carried over from whoever established it, never raised. */
export type Grade = 'measured' | 'read' | 'read-paraphrased' | 'believed';

/** Where a claim comes from. */
export interface Source {
  /** The document, page or sample set, precise enough to find it again. */
  readonly name: string;
  readonly url?: string;
  /** When it was last held against the source: `YYYY-MM` or `YYYY-MM-DD`. */
  readonly read: string;
  readonly grade: Grade;
}
