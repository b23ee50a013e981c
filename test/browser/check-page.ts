import type { Locator, Page } from 'playwright-core';
import { checkFieldWords, checkPage } from '../../web/src/wording/check-page.ts';

/** A check page as its users find their way in it: by roles, labels and words. */
export class CheckPage {
  readonly page: Page;
  readonly domain: Locator;
  /** What the check says as a whole. */
  readonly verdict: Locator;
  /** What is amiss, the gravest first. */
  readonly repairs: Locator;
  /** Every check by its area: there when the check has ended. */
  readonly everything: Locator;

  constructor(page: Page) {
    this.page = page;
    this.domain = page.getByLabel(checkFieldWords.domain.label, { exact: true });
    this.verdict = page.locator('#verdict');
    this.repairs = page.getByRole('region', { name: checkPage.attention }).locator('> ul > li');
    this.everything = page.getByRole('region', { name: checkPage.everything });
  }

  /** Waits until the check has ended. */
  async ended(): Promise<this> {
    await this.everything.waitFor();
    return this;
  }

  /** Opens all that is folded. */
  async unfold(): Promise<void> {
    await this.page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
  }
}
