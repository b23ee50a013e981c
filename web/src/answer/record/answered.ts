/** What a page about records shows below its form. */
export interface Answered<T> {
  /** Null before anything was asked, and where it could not be answered. */
  readonly answer: T | null;
  /** Why there is no answer, as a sentence; null where nothing stands in the way. */
  readonly problem: string | null;
}

/** A page on which nothing was asked yet. */
export const notAsked: Answered<never> = { answer: null, problem: null };
