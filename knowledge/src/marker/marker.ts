import type { Grade } from '../define.ts';

/** A phrase by which a reader recognises a kind of mail or a section of a report. */
export interface Marker {
  /** Lower case, as it stands in the mail. */
  readonly text: string;
  /** BCP 47 language of the phrase. */
  readonly language: string;
  /** Whether it must begin the subject or line, or may stand anywhere in it. */
  readonly at: 'start' | 'anywhere';
  readonly source: string;
  readonly grade: Grade;
}

/** Where phrases come from, and how far that can be trusted. */
export interface MarkerOrigin {
  readonly source: string;
  readonly grade: Grade;
}

/** Phrases of one language and origin, as markers. */
export function markers(at: Marker['at'], language: string, origin: MarkerOrigin, texts: readonly string[]): Marker[] {
  return texts.map((text) => ({ text, language, at, ...origin }));
}
