import { describe, expect, it } from 'vitest';
import { analyseSpf, checkHost, verdictOfTree } from '../../core/src/record/spf/index.ts';
import { findCorpus, skippedBecause } from '../corpora.ts';
import { readSuite } from './spf-suite.ts';

const corpus = findCorpus('suites/spf/rfc7208-tests.yml');

describe.skipIf(corpus.missing !== null)(`the RFC 7208 test suite${skippedBecause(corpus)}`, () => {
  const cases = corpus.missing === null ? readSuite(corpus.path) : [];

  it('has its 200 cases', () => {
    expect(cases).toHaveLength(200);
  });

  it.each(cases)('check_host(): $scenario: $name', async ({ ip, helo, sender, results, explanation, dns }) => {
    const evaluation = await checkHost({ ip, helo, sender, dns: dns() });
    expect(results).toContain(evaluation.verdict);
    if (explanation !== null) expect(evaluation.explanation ?? 'DEFAULT').toBe(explanation);
  });

  it.each(cases)('the tree: $scenario: $name', async ({ ip, helo, sender, results, explanation, dns }) => {
    const domain = (sender === '' ? helo : sender).replace(/^.*@/, '');
    const tree = await analyseSpf({ domain, ip, helo, sender, dns: dns() });
    const evaluation = verdictOfTree(tree, { ip, helo, sender });
    expect(results).toContain(evaluation.verdict);
    if (explanation !== null) expect(evaluation.explanation ?? 'DEFAULT').toBe(explanation);
    expect(JSON.parse(JSON.stringify(tree)).domain).toBe(tree.domain);
  });

  it.each(cases)('both alike: $scenario: $name', async ({ ip, helo, sender, dns }) => {
    const domain = (sender === '' ? helo : sender).replace(/^.*@/, '');
    const checked = await checkHost({ ip, helo, sender, dns: dns() });
    const tree = await analyseSpf({ domain, ip, helo, sender, dns: dns() });
    expect(verdictOfTree(tree, { ip, helo, sender })).toEqual(checked);
  });
});
