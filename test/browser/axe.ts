import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules whose outcome depends on the colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page, in light and in dark. */
export async function axeFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // There are no frames: without them axe needs no page of its own to put results together.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
    const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colourRules)).analyze();
    found.push(...violations.map((violation) => `${colorScheme}: ${sayViolation(violation)}`));
  }
  return found;
}

/** A rule that is violated, on how many elements, and the first of them. */
function sayViolation({ id, nodes }: Violation): string {
  const [first] = nodes;
  return `${id} on ${nodes.length}: ${first?.target.join(' ')}: ${first?.failureSummary?.replace(/\s+/g, ' ')}`;
}
