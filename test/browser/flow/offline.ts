import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { offlineWording } from '../../../web/src/wording/offline.ts';
import { searchWording } from '../../../web/src/wording/search.ts';
import { DecoderPage } from '../decoder-page.ts';
import { patient, type Stage } from '../stage.ts';
import type { Visit } from '../visit.ts';

/** What the browser itself writes where a page has no network. */
const tolerated = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

/** Waits until the service worker has all that it keeps, and the page is its own. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller === null)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
}

/** Everything that must work without a network after one visit. */
export function withoutNetwork(stage: Stage): void {
  const leave = async (path: string): Promise<Visit> => {
    const visit = await stage.visit(path, { tolerated, serviceWorkers: 'allow' });
    await kept(visit.page);
    return visit;
  };

  test('the decoder loads, reads and searches', async () => {
    const { context, page } = await leave('/');
    await context.setOffline(true);
    const before = stage.served.length;
    await page.reload();
    const decoder = await new DecoderPage(page).ready();
    await decoder.field.fill('550 5.1.1 User unknown');
    await decoder.answer.getByText('Nobody has a mailbox under this address.').first().waitFor();
    await decoder.field.blur();
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: searchWording.title });
    await dialog.getByRole('combobox').fill('access denied');
    await dialog.getByRole('option').first().waitFor();
    expect(stage.served.length).toBe(before);
  });

  test('a page that was visited opens, and searches too', async () => {
    const { context, page, goto } = await leave('/');
    const [codePath, rulePath] = ['/codes/550', '/providers/microsoft-365/recipient-access-denied'];
    await goto(codePath);
    await goto(rulePath);
    await expect
      .poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, rulePath), patient)
      .toBe(true);
    await context.setOffline(true);
    await goto(codePath);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('550');
    await goto(rulePath);
    expect(await page.title()).toContain('Access denied');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: searchWording.title });
    await dialog.getByRole('combobox').fill('greylisted');
    await dialog.getByRole('option').first().waitFor();
  });

  test('the page of the first visit, which came before the service worker, opens again', async () => {
    const { context, page } = await leave('/codes/5.4.1');
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/codes/5.4.1')) !== undefined), patient)
      .toBe(true);
    await context.setOffline(true);
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('5.4.1');
  });

  test('a page that was not visited says what works meanwhile; so does a search', async () => {
    const { context, page, goto } = await leave('/');
    await context.setOffline(true);
    for (const path of ['/codes/421', '/search?q=greylisted']) {
      await goto(path);
      await page.getByRole('heading', { name: offlineWording.title }).waitFor();
      expect(new URL(page.url()).pathname).toBe(new URL(path, stage.origin).pathname);
    }
    await page.getByRole('main').getByRole('link', { name: offlineWording.working[0][0] }).click();
    const decoder = await new DecoderPage(page).ready();
    await decoder.field.fill('552 5.2.2 Mailbox full');
    await decoder.answer.waitFor();
  });

  test('what somebody searched for and pasted is kept nowhere', async () => {
    const { page, goto } = await leave('/');
    await goto('/search?q=jo.secret%40example.net');
    await goto('/#reply=550+5.1.1+jo.secret%40example.net+unknown');
    await new DecoderPage(page).answer.waitFor();
    const stored = await page.evaluate(async () => {
      const found: string[] = [
        ...Object.entries(localStorage).flat(),
        ...Object.entries(sessionStorage).flat(),
        document.cookie,
      ];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          found.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
      return { found, databases: (await indexedDB.databases()).length };
    });
    expect(stored.found.length).toBeGreaterThan(10);
    expect(stored.found.some((text) => text.includes('jo.secret'))).toBe(false);
    expect(stored.databases).toBe(0);
  });
}
