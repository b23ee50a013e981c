import { readFileSync } from 'node:fs';
import { organizationalDomain } from '@whybounce/core/record';
import { describe, expect, it } from 'vitest';
import { findCorpus, skippedBecause } from '../corpora.ts';

const suite = findCorpus('suites/psl/test_psl.txt');

describe(`the test suite of the Public Suffix List${skippedBecause(suite)}`, () => {
  const cases =
    suite.missing === null
      ? [...readFileSync(suite.path, 'utf8').matchAll(/^checkPublicSuffix\((null|'([^']*)'), (null|'([^']*)')\);/gm)]
      : [];

  it.skipIf(suite.missing !== null)('is read whole: 77 names and null', () => {
    expect(cases).toHaveLength(78);
  });

  it.each(cases.map(([, , domain, , expected]) => [domain ?? '', expected ?? null] as const))(
    '%j belongs to %j',
    (domain, expected) => {
      expect(organizationalDomain(domain)).toBe(expected);
    },
  );
});
