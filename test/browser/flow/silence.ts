import { expect, test } from 'vitest';
import { manyReports } from '../../../web/src/answer/desk-fixture.ts';
import { answer, decoder as words } from '../../../web/src/wording/decoder.ts';
import { searchWording } from '../../../web/src/wording/search.ts';
import { DecoderPage } from '../decoder-page.ts';
import type { Stage } from '../stage.ts';

/** Nothing leaves the page: counted in the browser, with its service worker, and at the service. */
export function silence(stage: Stage): void {
  test('from the loaded page on nothing is asked of any server, whatever is done', async () => {
    const { page, requests } = await stage.visit('/', {
      permissions: ['clipboard-read', 'clipboard-write'],
      serviceWorkers: 'allow',
    });
    const decoder = await new DecoderPage(page).ready();
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated')
        await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
    });
    await page.waitForLoadState('networkidle');
    const before = [requests.length, stage.served.length];

    await decoder.field.fill(
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    );
    await decoder.answer.waitFor();
    await decoder.unfold();
    await decoder.part(answer.ask).getByRole('button').first().click();
    await decoder.part(answer.ask).getByText(answer.answered('').trim()).waitFor();
    await page.getByRole('button', { name: answer.copyLink }).click();
    await page.getByRole('status').getByText(answer.linkCopied).waitFor();
    await page.getByRole('button', { name: words.clear }).click();
    await decoder.paste(manyReports(60));
    await decoder.list.waitFor();
    await Promise.all([page.waitForEvent('download'), decoder.list.getByRole('button', { name: 'CSV' }).click()]);
    await decoder.rows.first().getByRole('button').first().click();
    await decoder.answer.waitFor();
    await decoder.field.blur();
    await page.keyboard.press('/');
    const search = page.getByRole('dialog', { name: searchWording.title });
    await search.getByRole('combobox').pressSequentially('5.7.26 gmail');
    await search.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');

    // What is saved is a blob of the page's own. The browser itself looks whether the service worker changed, and
    // takes the icon from its cache again where the address changes: neither says anything of what was done.
    const own = [`${stage.origin}/icon.svg`, `${stage.origin}/service-worker.js`];
    const asked = requests.slice(before[0]).filter((url) => !url.startsWith('blob:') && !own.includes(url));
    expect(asked).toEqual([]);
    expect(stage.served.slice(before[1]).filter((line) => line !== 'GET /service-worker.js')).toEqual([]);
  });
}
