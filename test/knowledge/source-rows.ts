import { readFileSync } from 'node:fs';
import type { Grade } from '../../knowledge/src/define.ts';
import { findCorpus } from '../corpora.ts';

/** A refusal that somebody collected, before it became knowledge. */
export interface RefusalRow {
  readonly id: string;
  /** Whose refusal it is, in the collector's words. */
  readonly provider: string;
  readonly basic: readonly string[];
  /** `5.7.1`, `#4.4.3`, `5.7.606-5.7.649` */
  readonly enhanced: readonly string[];
  /** Its words, ` * ` for a gap; null where the codes are all. */
  readonly signature: string | null;
  readonly regex: string | null;
  /** What kind of refusal it is, in the collector's own vocabulary. */
  readonly category: string;
  readonly evidence: Grade;
  readonly source: string;
}

/** A phrase of reports in another language than English. */
export interface PhraseRow {
  readonly id: string;
  readonly lang: string;
  readonly phrase: string;
  /** The same in the letters in which it was seen. */
  readonly alternatives: readonly string[] | null;
  readonly meaning: string;
  /** Whether it tells why mail was refused, or only what kind of mail or section this is. */
  readonly kind: 'reason' | 'marker';
  readonly evidence: Grade;
  readonly source: string;
}

export const refusalCorpus = findCorpus('knowledge/provider-codes.json');
export const phraseCorpus = findCorpus('knowledge/nonenglish.json');

/** The refusals that the knowledge files were made from; none where the corpora are not there. */
export const refusalRows: readonly RefusalRow[] =
  refusalCorpus.missing === null ? JSON.parse(readFileSync(refusalCorpus.path, 'utf8')) : [];

/** The phrases that the knowledge files were made from; none where the corpora are not there. */
export const phraseRows: readonly PhraseRow[] =
  phraseCorpus.missing === null ? JSON.parse(readFileSync(phraseCorpus.path, 'utf8')).rows : [];
