import { expect, test } from 'vitest';
import { checkPage } from '../../../web/src/wording/check-page.ts';
import { CheckPage } from '../check-page.ts';
import type { Stage } from '../stage.ts';

const asked = '/check/domain?domain=example.com';
const result = {
  id: 'mx.null',
  area: 'mx',
  title: 'A null MX record stands alone',
  outcome: 'fail',
  severity: 'high',
  says: 'Two MX records, one of them null.',
  seen: [],
  fix: 'Remove one.',
  publish: null,
  source: 'RFC 7505 section 3',
};
const line = `${JSON.stringify({ type: 'result', result, done: 1, of: 90 })}\n`;

/** What goes wrong is said, with what to do. */
export function checkMishaps(stage: Stage): void {
  test.for([
    ['the service cannot be reached', null, checkPage.unreachable, 0],
    ['the connection breaks on the way', line, checkPage.broken, 1],
    ['a line breaks off', `${line}{"type":"res`, checkPage.broken, 1],
    ['something else answers', '<html>502 Bad Gateway</html>\n', checkPage.unreachable, 0],
  ] as const)('%s', async ([, body, says, repairs]) => {
    const { page, goto } = await stage.visit('/offline', { tolerated: /ERR_FAILED/ });
    await page.route('**/check/domain/results?*', (route) =>
      body === null ? route.abort() : route.fulfill({ body, contentType: 'application/x-ndjson' }),
    );
    await goto(asked);
    expect(await page.getByRole('alert').innerText()).toBe(says);
    expect(await new CheckPage(page).repairs.count()).toBe(repairs);
  });

  test('a script that does not load leaves a link to the whole result; one that does takes its place', async () => {
    const { page, goto } = await stage.visit('/offline', { tolerated: /ERR_FAILED/ });
    const link = page.locator('#check-results a[href*="/whole"]');
    await page.route('**/assets/check-*.js', (route) => route.abort());
    await goto('/check/ip?ip=192.0.2.25');
    await link.click();
    await page.waitForURL('**/check/ip/whole?ip=192.0.2.25');
    expect(await page.locator('#verdict').count()).toBe(1);
    await page.unroute('**/assets/check-*.js');
    await goto('/check/ip?ip=192.0.2.25');
    await new CheckPage(page).ended();
    expect(await link.count()).toBe(0);
  });

  test('what cannot be checked is said, and nothing else takes its place', async () => {
    const { page } = await stage.visit('/check/domain?domain=nonsense');
    expect(await page.getByRole('alert').innerText()).toBe(
      '"nonsense" is no domain: write a name such as example.com.',
    );
  });

  test('too many checks at once are refused with a sentence', async () => {
    const { page, goto } = await stage.visit('/offline', { tolerated: /status of 429/ });
    await page.route('**/check/domain/results?*', async (route) => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => fetch(`${stage.origin}/check/ip/results?ip=192.0.2.25`)),
      );
      const refused = answers.find(({ status }) => status === 429);
      await route.fulfill({ status: refused?.status ?? 500, body: (await refused?.text()) ?? '' });
    });
    await goto(asked);
    expect(await page.getByRole('alert').innerText()).toContain('Wait ten seconds, then check again.');
    // the next test begins as a client that asked for nothing
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  });
}
