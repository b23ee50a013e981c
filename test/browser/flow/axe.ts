import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { kinds } from '../kinds.ts';
import type { Stage } from '../stage.ts';

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules whose outcome depends on the colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** No page has a fault that axe knows. */
export function accessible(stage: Stage): void {
  test.for(kinds)('$name: nothing that axe finds, in light and in dark', async ({ path, make, status }) => {
    const { page } = await stage.visit(path, { ...(status === undefined ? {} : { tolerated: /status of 4\d\d/ }) });
    await make?.(page);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
      const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze();
      found.push(...violations.map((violation) => `${colorScheme}: ${sayViolation(violation)}`));
    }
    expect(found).toEqual([]);
  });
}

/** A rule that is violated, on how many elements, and the first of them. */
function sayViolation({ id, nodes }: Violation): string {
  const [first] = nodes;
  return `${id} on ${nodes.length}: ${first?.target.join(' ')}: ${first?.failureSummary?.replace(/\s+/g, ' ')}`;
}
