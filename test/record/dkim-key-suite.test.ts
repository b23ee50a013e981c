import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dkimKeyName, dkimSignatures, lintDkimKey, parseDkimKey } from '@whybounce/core/record';
import { describe, expect, it } from 'vitest';
import { findCorpus, skippedBecause } from '../corpora.ts';

const suite = findCorpus('suites/dkim');

describe(`signed messages with their keys${skippedBecause(suite)}`, () => {
  const files = suite.missing === null ? readdirSync(suite.path).filter((name) => /^\d+\.txt$/.test(name)) : [];

  it.skipIf(suite.missing !== null)('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s: each key can be read, and the signatures name it', (file) => {
    const [keys = '', message = ''] = splitOnce(readFileSync(join(suite.path, file), 'utf8'));
    const published = new Map(
      keys
        .split(/\r?\n/)
        .filter((line) => line.includes(' '))
        .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
    );
    const signatures = dkimSignatures(message);
    expect(signatures.length).toBeGreaterThan(0);
    for (const { selector, domain, algorithm } of signatures) {
      const text = published.get(dkimKeyName(selector ?? '', domain ?? '') ?? '');
      if (text === undefined) continue;
      const key = parseDkimKey(text);
      expect(key.key?.kind).toBe(algorithm?.startsWith('ed25519') === true ? 'ed25519' : 'rsa');
      expect(lintDkimKey(key).filter(({ severity }) => severity === 'critical')).toEqual([]);
    }
    expect(
      [...published.keys()].some((name) =>
        signatures.some(({ selector, domain }) => dkimKeyName(selector ?? '', domain ?? '') === name),
      ),
    ).toBe(true);
  });
});

/** The keys stand before the first empty line. */
function splitOnce(text: string): [string, string] {
  const at = /\r?\n\r?\n/.exec(text);
  return at === null ? [text, ''] : [text.slice(0, at.index), text.slice(at.index + at[0].length)];
}
