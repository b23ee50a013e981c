import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answer, decoder as words } from '../../../web/src/wording/decoder.ts';
import { DecoderPage } from '../decoder-page.ts';
import type { Fill } from '../hostile/carriers.ts';
import { filesOf, inputsOf, small } from '../hostile/inputs.ts';
import { inspectPage } from '../hostile/inspect.ts';
import { payloads } from '../hostile/payloads.ts';
import type { Stage } from '../stage.ts';
import { inBundles, together } from '../together.ts';

/** Hostile texts in posted forms, where no script of the site draws the answer, and scripts that came with it would run. */
export function hostilePosts(stage: Stage): void {
  const open = async (): Promise<Page> => {
    const { context, page, goto } = await stage.visit('/offline', { ...small, tolerated: /status of 4\d\d/ });
    await context.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await goto('/');
    return page;
  };
  const post = async (page: Page): Promise<string[]> => {
    // The button is for those without script alone.
    const send = page.getByRole('main').locator('form').first();
    await Promise.all([page.waitForEvent('load'), send.evaluate((form) => (form as HTMLFormElement).requestSubmit())]);
    return inspectPage(page);
  };

  /** Posts some payloads at a time, on two pages at once. */
  const postAll = async (
    size: number,
    send: (page: Page, bundle: readonly string[]) => Promise<string[]>,
  ): Promise<string[]> => {
    const bundles = [...inBundles(payloads, size)];
    const found = await together([0, 1], 2, async (half) => {
      const page = await open();
      const here: string[] = [];
      for (const bundle of bundles.filter((_, place) => place % 2 === half)) here.push(...(await send(page, bundle)));
      return here;
    });
    return found.flat();
  };

  test('without script: reports and everything else, as files', async () => {
    const found = await postAll(40, async (page, bundle) => {
      const all = bundle.join(' ');
      const fills = [
        () => all,
        ...bundle.map(
          (payload): Fill =>
            () =>
              payload,
        ),
      ];
      const [reports = [], log = [], webhook = [], rows = [], complaints = []] = inputsOf(fills);
      const here: string[] = [];
      for (const carriers of [reports, [...log, ...complaints], [...webhook, ...rows]]) {
        await page.getByLabel(words.files).setInputFiles(filesOf(carriers));
        here.push(...(await post(page)));
        expect(await new DecoderPage(page).answer.count()).toBeGreaterThan(0);
      }
      return here;
    });
    expect(found).toEqual([]);
  });

  test('without script: text, which the form carries on', async () => {
    let carried = 0;
    const found = await postAll(32, async (page, bundle) => {
      const decoder = new DecoderPage(page);
      await decoder.field.fill(`550 5.4.1 Recipient address rejected: Access denied ${bundle.join(' ')}`);
      const here = await post(page);
      const ask = decoder.part(answer.ask).getByRole('button').first();
      if ((await ask.count()) === 0) return here;
      carried++;
      await Promise.all([page.waitForEvent('load'), ask.click()]);
      return [...here, ...(await inspectPage(page))];
    });
    expect(found).toEqual([]);
    expect(carried).toBeGreaterThan(3);
  });
}
