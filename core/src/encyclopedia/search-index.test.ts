import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { IndexBuilder } from './search-index.ts';
import { termsOf } from './search-terms.ts';

const pages = [
  {
    title: 'gmail: 550 5.1.1 no such user',
    codes: '550 5.1.1',
    words: 'no such user',
    sentences: 'the address is not there.',
  },
  { title: 'mailbox full', codes: '', words: 'mailbox full full quota constructor __proto__', sentences: '' },
  { title: 'mail.example.com', codes: '5.2.2', words: '', sentences: 'mail mail mail at mail.example.com is full.' },
];

function ours(): MiniSearch {
  const builder = new IndexBuilder();
  for (const page of pages) builder.add(page);
  return builder.build();
}

function theirs(): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'codes', 'words', 'sentences'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3, codes: 4, words: 3 } },
  });
  index.addAll(pages.map((page, id) => ({ id, ...page })));
  return index;
}

test('the index holds what MiniSearch would have put into it', () => {
  const [built, filed] = [ours().toJSON(), theirs().toJSON()];
  const { averageFieldLength, ...rest } = built;
  const { averageFieldLength: expected, ...others } = filed;
  expect(rest).toEqual(others);
  expect(averageFieldLength.map((length) => length.toFixed(9))).toEqual(expected.map((length) => length.toFixed(9)));
});

test('and finds the same', () => {
  for (const query of ['full', 'mail', 'mail.example.com', '5.1.1', 'mailbx', 'constructor', '__proto__', 'nowhere']) {
    const found = (index: MiniSearch): string[] =>
      index.search(query, { prefix: true, fuzzy: 0.2 }).map(({ id, score }) => `${id} ${score.toFixed(6)}`);
    expect(found(ours()), query).toEqual(found(theirs()));
  }
  expect(
    ours()
      .search('full')
      .map(({ id }) => id),
  ).toEqual([1, 2]);
});

test('nothing filed, nothing found', () => expect(new IndexBuilder().build().search('full')).toEqual([]));
