import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { kinds } from './kinds.ts';
import { because, missing, useStage } from './stage.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules whose outcome depends on the colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

describe.skipIf(missing !== null)(`pages in Chromium${because}`, () => {
  const stage = useStage();

  test.for(kinds)('$name: nothing that axe finds, in light and in dark', async ({ path, make, status }) => {
    const { page } = await stage.visit(path, { ...(status === undefined ? {} : { tolerated: /status of 4\d\d/ }) });
    await make?.(page);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page });
      const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze();
      for (const { id, nodes } of violations)
        for (const { target, failureSummary } of nodes)
          found.push(`${colorScheme}: ${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`);
    }
    expect(found).toEqual([]);
  });
});
