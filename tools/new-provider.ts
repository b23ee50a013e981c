import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeSource } from './knowledge-files.ts';

/** `npm run new:provider -- SLUG "Name" HOST`: writes a provider's file to fill in. */

const [slug, name, host] = process.argv.slice(2);
if (slug === undefined || name === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
  console.error(
    'Call it as: npm run new:provider -- SLUG "Name" [HOST]\nSLUG is lower case with "-": example-mail. HOST is the suffix of the servers\' names: mx.example.net.',
  );
  process.exit(2);
}
const path = join(knowledgeSource, 'provider', `${slug}.ts`);
if (existsSync(path)) {
  console.error(`${path} exists already: add your entry there.`);
  process.exit(2);
}
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
writeFileSync(
  path,
  `import type { Source } from '../define.ts';
import { define } from '../define.ts';

const seen: Source = { name: 'where you read or saw it, so that others find it', read: '${new Date().toISOString().slice(0, 7)}', grade: 'measured' };

export default define({
  name: ${quoted(name)},
  kind: 'mailbox-provider',
  hosts: [${host === undefined ? '' : quoted(host)}],
  entries: [
    {
      id: 'what-it-means',
      codes: ['550', '5.7.1'],
      text: ['the words that only this refusal has'],
      reason: 'policy.generic',
      meaning: 'What the system says with it, in one plain sentence.',
      steps: ['The cheapest proven step first.'],
      sources: [seen],
      status: 'observed',
      matches: ['550 5.7.1 A whole reply with the words that only this refusal has'],
      mustNotMatch: ['550 5.7.1 A reply that looks alike and means something else'],
    },
  ],
});
`,
);
console.log(`${path} is written. Fill it in (knowledge/src/define.ts says what each field is for), then:

  npm run generate && npm run check:knowledge -- ${slug}`);
