import type { Locator, Page } from 'playwright-core';
import { answer, decoder, overview } from '../../web/src/wording/decoder.ts';
import { percent } from '../../web/src/wording/outcome.ts';

/** The decoder as its users find their way in it: by roles, labels and words. */
export class DecoderPage {
  readonly page: Page;
  readonly field: Locator;
  /** One event's answer. */
  readonly answer: Locator;
  /** Many events: what stands out. */
  readonly overview: Locator;
  readonly list: Locator;
  /** The bounces in it. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('textbox', { name: decoder.label });
    this.answer = page.getByRole('article', { name: answer.answer });
    this.overview = page.getByRole('region', { name: new RegExp(`^${overview.heading('[\\d,]+ \\S+')}$`) });
    this.list = page.getByRole('region', { name: overview.list });
    this.rows = this.list.getByRole('listitem');
  }

  /** Waits until the page's script listens: it starts the engine's worker then. */
  async ready(): Promise<this> {
    if (this.page.workers().length === 0) await this.page.waitForEvent('worker');
    return this;
  }

  /** Pastes as somebody does with the keyboard, into whatever has the focus. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('Control+V');
  }

  /** A part of the answer, by its heading. */
  part(heading: string): Locator {
    return this.answer.getByRole('region', { name: heading, exact: true });
  }

  /** The shares of the causes that are shown, as they are written, in their order. */
  async shares(): Promise<string[]> {
    const words = await this.part(answer.why).innerText();
    return words.match(new RegExp(percent(0).replace('0', '\\d+'), 'g')) ?? [];
  }

  /** Opens all that is folded. */
  async unfold(): Promise<void> {
    await this.page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
  }
}
