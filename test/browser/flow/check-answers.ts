import { expect, test } from 'vitest';
import { checkPage, checkPages } from '../../../web/src/wording/check-page.ts';
import { shell } from '../../../web/src/wording/shell.ts';
import { axeFaults } from '../axe.ts';
import { CheckPage } from '../check-page.ts';
import { clipboardText } from '../clipboard.ts';
import { fitFaults } from '../fit.ts';
import { inspect } from '../hostile/inspect.ts';
import type { Stage } from '../stage.ts';
import { shiftsOf, watchShifts } from './layout-shift.ts';

const asked = '/check/domain?domain=example.com';

/** What a check shows, and that everybody can read it. */
export function checkAnswers(stage: Stage): void {
  test('a domain is asked for in the form; the address of the answer asks again', async () => {
    const { page } = await stage.visit('/check');
    const check = new CheckPage(page);
    await check.domain.fill('Example.COM');
    await page.keyboard.press('Enter');
    await check.ended();
    expect(page.url()).toBe(`${stage.origin}/check/domain?domain=Example.COM`);
    expect(await check.domain.inputValue()).toBe('Example.COM');
    const verdict = await check.verdict.innerText();
    expect(verdict).toMatch(/^\d+ to repair/);
    const first = await check.repairs.first().innerText();
    expect(first).toContain('Failed, critical');
    await page.reload();
    await check.ended();
    expect(await check.verdict.innerText()).toBe(verdict);
  });

  test('what could not be told is said so, and every line leads to what was seen', async () => {
    const { page } = await stage.visit(asked);
    const check = await new CheckPage(page).ended();
    const untold = check.everything.locator('summary', { hasText: 'could not tell' });
    expect(await untold.count()).toBeGreaterThan(0);
    // the shape beside the word is none of those that judge
    expect(await untold.first().locator('svg').getAttribute('class')).toContain('outcome-could-not-determine');
    await untold.first().click();
    expect(await untold.first().locator('xpath=..').innerText()).toContain('RFC');
    const link = check.everything.getByRole('link').first();
    const title = await link.innerText();
    await link.click();
    expect(await page.locator(':target').innerText()).toContain(title);
  });

  test('reading begins with the verdict; headings say what was found; the domain goes along to the pages about its records', async () => {
    const { page } = await stage.visit(asked);
    const check = await new CheckPage(page).ended();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('verdict');
    expect(await check.repairs.first().getByRole('heading').innerText()).toMatch(/^(Failed|Warning):\s/);
    await check.unfold();
    for (const path of ['/check/spf', '/write/dmarc', '/check/mta-sts'])
      expect(await check.everything.locator(`a[href="${path}?domain=example.com"]`).count(), path).toBeGreaterThan(0);
    const tree = page.getByRole('navigation', { name: checkPage.hub.heading }).getByRole('link', { name: 'SPF tree' });
    expect(await tree.getAttribute('href')).toBe('/check/spf?domain=example.com');
  });

  test('what is to be published is copied', async () => {
    const { page } = await stage.visit(asked, { permissions: ['clipboard-read', 'clipboard-write'] });
    const check = await new CheckPage(page).ended();
    await check.unfold();
    const figure = check.repairs.locator('figure').first();
    const text = await figure.locator('pre').innerText();
    await figure.getByRole('button').click();
    await page.getByRole('status').getByText(shell.copied).waitFor();
    expect(await clipboardText(page)).toBe(text);
  });

  test('nothing that was there moves while results come', async () => {
    const { context, page, goto } = await stage.visit('/offline');
    await context.addInitScript(watchShifts);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await goto(asked);
      await new CheckPage(page).ended();
      expect(await shiftsOf(page), `${width} px`).toEqual([]);
    }
  });

  test('what strangers publish stays text', async () => {
    const { page } = await stage.visit(asked);
    await (await new CheckPage(page).ended()).unfold();
    expect(await page.getByText('onerror=whybounceCanary').count()).toBeGreaterThan(0);
    expect(await page.evaluate(inspect)).toEqual([]);
  });

  test.for([
    ['the hub', '/check', false],
    ['an empty form', '/check/domain', false],
    ['a domain', asked, true],
    ['an address', '/check/ip?ip=192.0.2.25&helo=out.example.com', true],
    ['a server', '/check/mx', false],
    ['what is no domain', '/check/domain?domain=nonsense', false],
  ] as const)('%s: axe finds nothing; nothing sticks out, is cut or too small to hit', async ([, path, isAnswered]) => {
    const { page } = await stage.visit(path);
    const check = new CheckPage(page);
    if (isAnswered) {
      await check.ended();
      await check.unfold();
    } else if (path.includes('nonsense')) await page.getByRole('alert').waitFor();
    expect([...(await axeFaults(page)), ...(await fitFaults(page))]).toEqual([]);
  });

  test('the hub leads to every page', async () => {
    const { page } = await stage.visit('/check');
    const paths = await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(paths).toEqual(checkPages.map(({ path }) => path));
  });

  test('on paper what to do and what was seen of it stands unfolded, and the form is left out', async () => {
    const { page } = await stage.visit(asked);
    const check = await new CheckPage(page).ended();
    const seen = check.repairs.first().locator('dl').first();
    expect(await seen.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await seen.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
    expect(await check.domain.isVisible()).toBe(false);
  });

  test('without script the page says that it takes a while, and goes on to the whole answer', async () => {
    const { page } = await stage.visit('/offline', { javaScriptEnabled: false });
    expect(await (await fetch(stage.origin + asked)).text()).toContain(
      'The check takes up to half a minute. Its result then opens by itself',
    );
    await page.goto(asked, { waitUntil: 'commit' });
    await page.waitForURL('**/check/domain/whole?domain=example.com');
    const check = await new CheckPage(page).ended();
    expect(await check.verdict.innerText()).toMatch(/^\d+ to repair/);
    expect(await check.repairs.first().innerText()).toContain('Failed, critical');
    expect(await page.getByRole('button', { name: checkPage.again }).isVisible()).toBe(true);
  });

  test('nothing that was asked for is kept by the service worker; the hub is', async () => {
    const { page, goto } = await stage.visit('/check', { serviceWorkers: 'allow' });
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await expect
      .poll(() => page.evaluate(async () => (await caches.match('/check')) !== undefined), { timeout: 20_000 })
      .toBe(true);
    await goto(asked);
    await new CheckPage(page).ended();
    await goto('/check/domain/whole?domain=example.com');
    const kept = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.push(url);
      return found;
    });
    expect(kept.filter((url) => url.includes('/check/') || url.includes('?'))).toEqual([]);
  });

  test('the foot of the page says what is sent where', async () => {
    const { page, goto } = await stage.visit('/check');
    for (const path of ['/check', '/check/domain', asked]) {
      await goto(path);
      expect(await page.getByRole('contentinfo').innerText()).toContain(shell.asked);
      expect(await page.getByRole('contentinfo').innerText()).not.toContain(shell.promise);
    }
    await goto('/codes');
    expect(await page.getByRole('contentinfo').innerText()).toContain(shell.promise);
  });
}
