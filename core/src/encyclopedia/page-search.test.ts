import { expect, test } from 'vitest';
import { engineTables } from './compact-source.ts';
import { openSearch } from './page-search.ts';
import { knowledgeFiles, search } from './search.ts';
import { type SearchDocument, searchDocuments } from './search-documents.ts';

const [fromFiles, fromTables] = (await Promise.all([knowledgeFiles(), engineTables()])).map(searchDocuments) as [
  SearchDocument[],
  SearchDocument[],
];

test('the tables hold the same pages as the files: every title, code, sentence, and the words but for their case', () => {
  const caseless = (documents: readonly SearchDocument[]): object[] =>
    documents.map(({ words, ...rest }) => ({ ...rest, words: words.map((line) => line.toLowerCase()) }));
  expect(fromFiles.length).toBeGreaterThan(3_000);
  expect(caseless(fromTables)).toEqual(caseless(fromFiles));
});

test('a page finds what Node finds', async () => {
  const find = await openSearch();
  const titles = fromFiles.filter((_, number) => number % 61 === 0).map(({ title }) => title);
  const beginnings = ['mailbox is full', 'Zugriff verweigert', 'ユーザー', 'gmail 5.7.26', 'спам'].flatMap((query) =>
    Array.from(query, (_, at) => query.slice(0, at + 1)),
  );
  const written = ['"access denied"', 'microsft group', 'protection.outlook.com', 'address-does-not-exist', '', '#'];
  written.push('gmial', 'mailbxo full', '5726', '550541', '550-5.7.26', 'gmail 5726', 'NDR', 'blacklist', 'rbl');
  const queries = [...titles, ...beginnings, ...written];
  for (const query of queries) expect(find(query, 12), query).toEqual(await search(query, 12));
  expect(queries.filter((query) => find(query, 12).length > 0).length).toBeGreaterThan(100);
});

test('others have their turn while the index is built', async () => {
  let pauses = 0;
  await openSearch(async () => {
    pauses += 1;
  });
  expect(pauses).toBeGreaterThan(10);
});
