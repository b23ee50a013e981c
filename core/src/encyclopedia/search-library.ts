import MiniSearch from 'minisearch';
import { type SearchDocument, searchDocuments } from './search-documents.ts';
import { foldText, termsOf } from './search-terms.ts';

/** All pages, and the index over them. */
export interface SearchLibrary {
  readonly documents: readonly SearchDocument[];
  /** Each page's whole text, folded. */
  readonly texts: readonly string[];
  /** Documents by `kind id`. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Its ids are places in the documents. */
  readonly index: MiniSearch;
}

let library: Promise<SearchLibrary> | undefined;

/** The index over all pages, made when it is first asked for. */
export function searchLibrary(): Promise<SearchLibrary> {
  library ??= build();
  return library;
}

async function build(): Promise<SearchLibrary> {
  const documents = await searchDocuments();
  const index = new MiniSearch({
    fields: ['title', 'codes', 'words', 'sentences'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3, codes: 4, words: 3 } },
  });
  index.addAll(
    documents.map(({ title, codes, words, sentences }, id) => ({
      id,
      title,
      codes: codes.join(' '),
      words: words.join(' '),
      sentences: sentences.join(' '),
    })),
  );
  return {
    documents,
    texts: documents.map(({ title, words, sentences }) => foldText([title, ...words, ...sentences].join(' '))),
    byKey: new Map(documents.map(({ kind, id }, number) => [`${kind} ${id}`, number])),
    index,
  };
}
