import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '@whybounce/core';
import PostalMime from 'postal-mime';
import { findCorpus } from '../test/corpora.ts';
import { interleaved, say, thousands } from './row.ts';

// Mails read from files, decoded and matched, beside postal-mime which only parses the same files.

const ROUNDS = 15;
/** Rounds before anything counts: the optimising compiler needs some ten thousand mails to be done. */
const WARM = 40;

const corpus = findCorpus('corpus/set-of-emails');
const folders =
  corpus.missing === null
    ? ['bsd', 'not'].map((name) => join(corpus.path, name))
    : [join(import.meta.dirname, '..', 'examples')];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(folder, name)),
);
let events = 0;
const ours = (): void => {
  for (const file of files) events += decode(readFileSync(file), { as: 'mail', name: file }).length;
};
const theirs = async (): Promise<void> => {
  for (const file of files) await PostalMime.parse(readFileSync(file));
};

for (let i = 0; i < WARM; i++) {
  ours();
  await theirs();
}
const [our, their] = await interleaved(ROUNDS, ours, theirs);
say({
  name: `${files.length} mails from ${corpus.missing === null ? 'the corpus' : 'examples/'}: read, decoded, matched; one thread`,
  figure: `${thousands((files.length / our) * 1000)} a second, ${(their / our).toFixed(1)} × postal-mime merely parsing (${thousands((files.length / their) * 1000)})`,
  target: '10 × postal-mime',
});
if (events === 0) throw new Error('nothing was decoded');
