import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { knowledgeSource, systemFolders } from './knowledge-files.ts';
import { type ScaffoldName, scaffold, scaffolds } from './scaffold.ts';

/** `npm run new:provider -- SLUG "Name" [HOST] [--kind KIND]`: writes a system's file to fill in. */

const kinds = Object.keys(scaffolds).join('|');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { kind: { type: 'string' } },
});
const [slug, name, host] = positionals;
const kind = values.kind ?? 'provider';
if (slug === undefined || name === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || !isKind(kind)) {
  console.error(
    `Call it as: npm run new:provider -- SLUG "Name" [HOST] [--kind ${kinds}]\nSLUG is lower case with "-": example-mail. HOST is the suffix of the servers' names: mx.example.net.`,
  );
  process.exit(2);
}
const existing = systemFolders
  .map((folder) => join(knowledgeSource, folder, `${slug}.ts`))
  .find((path) => existsSync(path));
if (existing !== undefined) {
  console.error(`${existing} exists already: add your entry there.`);
  process.exit(2);
}
const path = join(knowledgeSource, scaffolds[kind].folder, `${slug}.ts`);
writeFileSync(path, scaffold(kind, name, host, new Date().toISOString().slice(0, 7)));
console.log(`${path} is written. Fill it in (knowledge/src/define.ts says what each field is for), then:

  npm run generate && npm run check:knowledge -- ${slug}`);

function isKind(word: unknown): word is ScaffoldName {
  return typeof word === 'string' && Object.hasOwn(scaffolds, word);
}
