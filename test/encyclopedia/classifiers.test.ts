import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonList, comparisonPage } from '@whybounce/core/encyclopedia';
import { expect, test } from 'vitest';

// How others file the lines of the verdict tables: a change of a vendor's map shows here as a difference.

test('every table of verdicts says what nine classifiers make of its line, as it was written down', () => {
  const tables = comparisonList().flatMap(({ slug }) => {
    const page = comparisonPage(slug);
    return page?.kind === 'verdicts' ? page : [];
  });
  const verdicts = Object.fromEntries(
    tables.map(({ slug, example, classifiers }) => [
      slug,
      {
        line: example.line,
        reason: example.reason,
        classifiers: Object.fromEntries(classifiers.map(({ name, classes }) => [name, classes.join(' or ')])),
      },
    ]),
  );
  expect(verdicts).toEqual(JSON.parse(readFileSync(join(import.meta.dirname, 'classifiers.json'), 'utf8')));
});
