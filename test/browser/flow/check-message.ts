import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkPage, messagePage } from '../../../web/src/wording/check-page.ts';
import { axeFaults } from '../axe.ts';
import { CheckPage } from '../check-page.ts';
import { fitFaults } from '../fit.ts';
import type { Stage } from '../stage.ts';

const message = `Received: from out.example.com (out.example.com [192.0.2.25]) by mx.example.net with ESMTPS id 1; Wed, 27 May 2026 14:30:02 +0000
From: News <news@example.com>
To: jo@example.net
Subject: June offers
Date: Wed, 27 May 2026 14:30:01 +0000
Message-ID: <1@example.com>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p>Hello <a href="http://192.0.2.1/">https://example.com/</a></p>
`;

/** A message is handed in, tested, and tested again. */
export function checkMessage(stage: Stage): void {
  const hand = async (page: Page, earlier?: string): Promise<CheckPage> => {
    await page
      .getByLabel(messagePage.file)
      .setInputFiles({ name: 'june.eml', mimeType: 'message/rfc822', buffer: Buffer.from(message) });
    if (earlier !== undefined) {
      await page.getByText(messagePage.more).click();
      await page.getByLabel(messagePage.earlier).setInputFiles(earlier);
    }
    await page.getByRole('button', { name: messagePage.submit, exact: true }).click();
    return new CheckPage(page).ended();
  };

  test('the report can be read by everybody, is saved as a file, and compared with the next', async () => {
    const { page, requests } = await stage.visit('/check/message', { acceptDownloads: true });
    expect([...(await axeFaults(page)), ...(await fitFaults(page))]).toEqual([]);
    const check = await hand(page);
    expect(await check.verdict.innerText()).toMatch(/\d+ to repair/);
    expect(await page.getByRole('region', { name: checkPage.bulk.heading }).getByRole('row').count()).toBeGreaterThan(
      10,
    );
    await check.unfold();
    expect([...(await axeFaults(page)), ...(await fitFaults(page))]).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: checkPage.save }).click();
    const path = await (await saved).path();
    const run = JSON.parse(await readFile(path, 'utf8')) as { readonly results: readonly unknown[] };
    expect(run.results.length).toBeGreaterThanOrEqual(45);
    const again = await hand(page, path);
    expect(await again.page.getByText(checkPage.changes.none).isVisible()).toBe(true);
    // the message is in no address
    expect(requests.filter((url) => /june|192\.0\.2|news/i.test(url) && !url.startsWith('data:'))).toEqual([]);
  });

  test('without script it is the same', async () => {
    const { page } = await stage.visit('/check/message', { javaScriptEnabled: false });
    const check = await hand(page);
    expect(await check.repairs.count()).toBeGreaterThan(0);
  });

  test('what is no message is refused with what to do', async () => {
    const { page } = await stage.visit('/check/message', { tolerated: /status of 422/ });
    await page.getByLabel(messagePage.text).fill('Hello, this is a letter and no mail.');
    await page.getByRole('button', { name: messagePage.submit, exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('no message');
  });
}
