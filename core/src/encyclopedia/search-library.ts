import type MiniSearch from 'minisearch';
import { type SearchDocument, type SearchSource, searchDocuments } from './search-documents.ts';
import { IndexBuilder } from './search-index.ts';
import { foldText } from './search-terms.ts';

/** All pages, and the index over them. */
export interface SearchLibrary {
  readonly documents: readonly SearchDocument[];
  /** Each page's whole text, folded. */
  readonly texts: readonly string[];
  /** Documents by `kind id`. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Every term that stands in a page. */
  readonly terms: ReadonlySet<string>;
  /** Its ids are places in the documents. */
  readonly index: MiniSearch;
}

/** Lets whatever else waits have its turn. */
export type Pause = () => Promise<void>;

/** Pages that are filed between two pauses: some ten milliseconds' worth. */
const SLICE = 128;

/**
 * Files all pages.
 *
 * @param pause called between slices of the work, where others wait for the same thread
 */
export async function buildLibrary(source: SearchSource, pause?: Pause): Promise<SearchLibrary> {
  const documents = searchDocuments(source);
  const texts: string[] = [];
  const index = new IndexBuilder();
  for (const [id, { title, codes, words, sentences }] of documents.entries()) {
    if (id % SLICE === 0) await pause?.();
    // What is folded once stays as it is when it is folded again.
    const folded = {
      title: foldText(title),
      words: foldText(words.join(' ')),
      sentences: foldText(sentences.join(' ')),
    };
    index.add({ ...folded, codes: codes.join(' ') });
    texts.push([folded.title, folded.words, folded.sentences].filter((part) => part !== '').join(' '));
  }
  return {
    documents,
    texts,
    byKey: new Map(documents.map(({ kind, id }, number) => [`${kind} ${id}`, number])),
    terms: index.terms(),
    index: index.build(),
  };
}
