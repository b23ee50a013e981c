import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { postfixReport } from '../../../web/src/answer/desk-fixture.ts';
import { checkPage } from '../../../web/src/wording/check-page.ts';
import { answer as words } from '../../../web/src/wording/decoder.ts';
import { axeFaults } from '../axe.ts';
import { CheckPage } from '../check-page.ts';
import { DecoderPage } from '../decoder-page.ts';
import { fitFaults } from '../fit.ts';
import type { Stage } from '../stage.ts';

const host = 'example-net.mail.protection.outlook.com';
const report = postfixReport({
  recipient: 'ada.byron.secret@example.net',
  host,
  reply: '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
});
const moved = {
  id: 'mx-target:moved-away',
  note: `${host} of Microsoft 365 (Exchange Online) refused, but the MX of example.net names aspmx.l.google.com today.`,
};

/** From the decoder to a check, and back into the diagnosis. */
export function handOver(stage: Stage): void {
  const open = async (): Promise<{ decoder: DecoderPage; requests: readonly string[] }> => {
    const { page, requests } = await stage.visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const decoder = await new DecoderPage(page).ready();
    await decoder.paste(report);
    await decoder.answer.waitFor();
    return { decoder, requests };
  };
  const offer = (page: Page, data: unknown): Promise<void> =>
    page.evaluate((sent) => {
      const channel = new BroadcastChannel('whybounce-observations');
      channel.postMessage(sent);
      channel.close();
    }, data);
  const cause = (decoder: DecoderPage): Promise<string> =>
    decoder.part(words.why).getByRole('listitem').first().innerText();

  test('what a check needs is shown before it is sent, and nothing else is ever sent', async () => {
    const { decoder, requests } = await open();
    await decoder.page.waitForLoadState('networkidle');
    const before = requests.length;
    await decoder.answer.getByText(words.check).click();
    const offers = decoder.answer.locator('.check-offers');
    expect(await offers.getByRole('definition').allInnerTexts()).toEqual(['example.net', host]);
    expect(requests.slice(before)).toEqual([]);
    expect([...(await axeFaults(decoder.page)), ...(await fitFaults(decoder.page))]).toEqual([]);
    const opened = decoder.page.context().waitForEvent('page');
    await offers.getByRole('link', { name: words.checkGo.domain }).click();
    const check = await new CheckPage(await opened).ended();
    const query = `domain=example.net&refused=${host}`;
    expect(check.page.url()).toBe(`${stage.origin}/check/domain?${query}`);
    const sent = requests
      .slice(before)
      .map((url) => url.slice(stage.origin.length))
      .filter((path) => !/^\/(?:assets\/|icon\.svg|site\.webmanifest)/.test(path));
    expect(sent).toEqual([`/check/domain?${query}`, `/check/domain/results?${query}`]);
    expect(requests.join('\n')).not.toMatch(/secret|byron/);
    expect(await check.page.evaluate(() => [document.referrer, opener])).toEqual(['', null]);
  });

  test('without script the same links stand in the answer', async () => {
    const { page } = await stage.visit('/', { javaScriptEnabled: false });
    await page.locator('#bounce').fill(report);
    await page.getByRole('main').locator('button.main').click();
    await page.getByText(words.check).click();
    const link = page.locator('.check-offers').getByRole('link');
    expect(await link.getAttribute('href')).toBe(`/check/domain?domain=example.net&refused=${host}`);
  });

  test('what a check saw comes back to the decoder, ranks the causes anew, and can be taken back', async () => {
    const { decoder, requests } = await open();
    const first = await cause(decoder);
    const shares = await decoder.shares();
    await decoder.answer.getByText(words.check).click();
    const opened = decoder.page.context().waitForEvent('page');
    await decoder.answer.getByRole('link', { name: words.checkGo.domain }).click();
    const check = await new CheckPage(await opened).ended();
    const before = requests.length;
    await check.page.getByRole('button', { name: checkPage.observed.use }).click();
    await check.page.getByText(checkPage.observed.sent).waitFor();
    const banner = decoder.page.getByRole('region', { name: words.observedOffer('example.net', 2) });
    expect(await banner.innerText()).toContain(moved.note);
    // looked at, and not yet used
    expect(await cause(decoder)).toBe(first);
    expect(await axeFaults(decoder.page)).toEqual([]);
    await banner.getByRole('button', { name: words.observedUse }).click();
    await expect.poll(() => cause(decoder)).toContain('MX');
    expect(await decoder.shares()).not.toEqual(shares);
    expect(await banner.count()).toBe(0);
    expect(await decoder.part(words.ask).innerText()).toContain(moved.note);
    expect(requests.length).toBe(before);
    const back = decoder.part(words.ask).getByRole('button', { name: words.takeBack });
    await back.first().click();
    await expect.poll(() => back.count()).toBe(1);
    await back.first().click();
    await expect.poll(() => decoder.shares()).toEqual(shares);
  });

  test('no means no; and where no bounce is open the check page says so', async () => {
    const { decoder } = await open();
    const shares = await decoder.shares();
    const other = await decoder.page.context().newPage();
    await other.goto('/check/domain?domain=example.net');
    const check = await new CheckPage(other).ended();
    await check.page.getByRole('button', { name: checkPage.observed.use }).click();
    await decoder.page.getByRole('button', { name: words.observedDecline, exact: true }).click();
    expect(await decoder.page.getByRole('button', { name: words.observedUse }).count()).toBe(0);
    expect(await decoder.shares()).toEqual(shares);
    await decoder.page.close();
    await check.page.getByRole('button', { name: checkPage.observed.use }).click();
    await check.page.getByText(checkPage.observed.nobody).waitFor();
  });

  test('what is no observation is left out, and what is one stays text', async () => {
    const { decoder } = await open();
    const other = await decoder.page.context().newPage();
    await other.goto('/offline');
    for (const junk of [
      null,
      7,
      'offer',
      { type: 'offer' },
      { type: 'offer', subject: 'x', observed: [] },
      { type: 'offer', subject: 'x', observed: [{ id: 'no-such:thing', note: 'a' }, null, { id: 1, note: 2 }] },
    ])
      await offer(other, junk);
    const markup = '<img src=x onerror=whybounceCanary(1)>';
    await offer(other, {
      type: 'offer',
      subject: markup,
      observed: [{ ...moved, note: `${markup}${'n'.repeat(5_000)}` }],
    });
    const banner = decoder.page.locator('.observed-banner');
    await banner.waitFor();
    expect(await banner.getByRole('listitem').count()).toBe(1);
    expect(await banner.innerText()).toContain(markup);
    expect((await banner.innerText()).length).toBeLessThan(1_200);
    expect(await banner.locator('img').count()).toBe(0);
  });
}
