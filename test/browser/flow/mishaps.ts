import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manyReports } from '../../../web/src/answer/desk-fixture.ts';
import { answer, overview, decoder as words } from '../../../web/src/wording/decoder.ts';
import { shell } from '../../../web/src/wording/shell.ts';
import { DecoderPage } from '../decoder-page.ts';
import { patient, type Stage } from '../stage.ts';

const report = join(import.meta.dirname, '..', '..', '..', 'examples', 'microsoft-365-edge-block.eml');

/** What goes wrong on the way, and must not harm: scripts that do not come, clicks in another order, links inside the page. */
export function mishaps(stage: Stage): void {
  const open = async (): Promise<DecoderPage> => {
    const { page } = await stage.visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    return new DecoderPage(page).ready();
  };

  test('where the script does not come, the page promises nothing that it does not keep, and its form works', async () => {
    const { page } = await stage.visit('/', { tolerated: /ERR_FAILED/ });
    await page.route(/\/assets\/decoder-/, (route) => route.abort());
    await page.reload();
    await page.getByRole('button', { name: words.submit }).waitFor();
    for (const promise of [words.private, shell.promise])
      expect(await page.getByText(promise).first().isVisible()).toBe(false);
    await page.getByLabel(words.label).fill('550 5.1.1 User unknown');
    await page.getByRole('button', { name: words.submit }).click();
    await new DecoderPage(page).answer.waitFor();
  });

  test('names that were to be hidden stay hidden when a question is answered, and show again for the next bounce', async () => {
    const decoder = await open();
    await decoder.page.getByLabel(words.files).setInputFiles(report);
    await decoder.answer.waitFor();
    await decoder.unfold();
    const packet = decoder.answer.getByRole('group').filter({ hasText: answer.packetFacts });
    await decoder.page.getByLabel(answer.packetRedact).check();
    await expect.poll(() => packet.innerText(), patient).not.toContain('olga.brandt');
    await decoder.part(answer.ask).getByRole('button').first().click();
    await decoder.part(answer.ask).getByRole('button', { name: answer.takeBack }).waitFor();
    expect(await decoder.page.getByLabel(answer.packetRedact).isChecked()).toBe(true);
    expect(await packet.innerText()).not.toContain('olga.brandt');
    await decoder.field.fill('550 5.4.1 <olga.brandt@example.net>: Recipient address rejected: Access denied');
    await expect.poll(() => decoder.page.getByLabel(answer.packetRedact).isChecked(), patient).toBe(false);
  });

  test('links inside an opened bounce leave it open, and the way back leads to the list', async () => {
    const decoder = await open();
    await decoder.paste(manyReports(12));
    await decoder.rows.first().getByRole('button').click();
    await decoder.answer.waitFor();
    await decoder.answer
      .getByRole('link', { name: answer.quoteNumber(1) })
      .first()
      .click();
    expect(await decoder.answer.count()).toBe(1);
    for (const number of [1, 2]) {
      await decoder.page.locator('body').press('j');
      await expect.poll(() => decoder.answer.getAttribute('aria-labelledby'), patient).toContain(`-${number}-`);
    }
    await decoder.page.getByRole('button', { name: answer.back }).click();
    await decoder.list.waitFor();
    expect(await decoder.page.getByRole('heading', { name: overview.list }).isVisible()).toBe(true);
  });

  test('what was cleared does not come back, and a link to it is forgotten', async () => {
    const { page } = await stage.visit('/#reply=550+5.1.1+User+unknown');
    const decoder = new DecoderPage(page);
    await decoder.answer.waitFor();
    await page.getByRole('button', { name: words.clear }).click();
    await decoder.answer.waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('');
    expect(await decoder.field.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.reload();
    await page.getByText(words.lead).waitFor();
    expect(await decoder.answer.count()).toBe(0);
  });
}
