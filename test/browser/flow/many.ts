import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mailbox, manyReports, postfixLine, postfixReport, refusals } from '../../../web/src/answer/desk-fixture.ts';
import { answer, overview as words } from '../../../web/src/wording/decoder.ts';
import { DecoderPage } from '../decoder-page.ts';
import { patient, type Stage } from '../stage.ts';

const EVENTS = 120;
/** Rows on a page of the list. */
const PAGE = 50;

/** What can be done with many bounces. */
export function manyBounces(stage: Stage): void {
  const open = async (text = manyReports(EVENTS)): Promise<DecoderPage> => {
    const { page } = await stage.visit('/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const decoder = await new DecoderPage(page).ready();
    await decoder.paste(text);
    await decoder.list.waitFor();
    return decoder;
  };
  const title = (decoder: DecoderPage, row: number) => decoder.rows.nth(row).getByRole('button').first();
  const save = async (decoder: DecoderPage, format: string): Promise<string> => {
    const [download] = await Promise.all([
      decoder.page.waitForEvent('download'),
      decoder.list.getByRole('button', { name: format, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`, 'i'));
    return readFileSync(await download.path(), 'utf8');
  };

  test('what stands out comes before the list: one provider that began to refuse', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => {
      const isLate = i >= 200 && i % 2 === 0;
      return postfixLine(
        9 * i,
        `reader${i}@${i % 2 === 0 ? 'example.net' : `d${i % 37}.example.org`}`,
        isLate ? '550 5.7.1 Blocked by policy' : null,
      );
    });
    const decoder = await open(lines.join('\n'));
    const region = decoder.overview;
    await region.getByText(words.standsOut).waitFor();
    expect(await region.innerText()).toMatch(/example\.net[^\n]*\d+ of \d+ refused/);
    const isFirst = await region.evaluate(
      (shown, list) => (shown.compareDocumentPosition(list as Node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      await decoder.list.elementHandle(),
    );
    expect(isFirst).toBe(true);
    expect(await region.innerText()).toMatch(new RegExp(`${words.rate}\\s+25\\.0 %: 100 of 400`));
  });

  test('a count leads to the bounces behind it, and back to all', async () => {
    const decoder = await open();
    await decoder.overview.getByRole('button', { name: 'Yahoo / AOL' }).click();
    await decoder.list.getByText(words.filtered('Yahoo / AOL', String(EVENTS / refusals.length))).waitFor();
    expect(await decoder.rows.count()).toBe(EVENTS / refusals.length);
    await decoder.list.getByRole('button', { name: words.showAll }).click();
    await expect.poll(() => decoder.rows.count(), patient).toBe(PAGE);
  });

  test('the list is read page by page', async () => {
    const decoder = await open();
    await decoder.list.getByText(words.range('1', '50', '120')).waitFor();
    const first = await title(decoder, 0).innerText();
    await decoder.list.getByRole('button', { name: words.next }).click();
    await decoder.list.getByText(words.range('51', '100', '120')).waitFor();
    expect(await title(decoder, 0).innerText()).not.toBe(first);
    await decoder.list.getByRole('button', { name: words.next }).click();
    await decoder.list.getByText(words.range('101', '120', '120')).waitFor();
    expect(await decoder.list.getByRole('button', { name: words.next }).isDisabled()).toBe(true);
    await decoder.list.getByRole('button', { name: words.previous }).click();
    await decoder.list.getByText(words.range('51', '100', '120')).waitFor();
  });

  test('one is opened, and the way back leads to the list: by its button and by the browser', async () => {
    const decoder = await open();
    const name = await title(decoder, 3).innerText();
    await title(decoder, 3).click();
    await decoder.answer.getByText(name).first().waitFor();
    await decoder.page.getByRole('button', { name: answer.back }).click();
    await decoder.list.waitFor();
    await title(decoder, 4).click();
    await decoder.answer.waitFor();
    await decoder.page.goBack();
    await decoder.list.waitFor();
    expect(await decoder.rows.count()).toBe(PAGE);
    await decoder.page.goForward();
    await decoder.answer.waitFor();
  });

  test('j and k go through the list and through opened ones', async () => {
    const decoder = await open();
    const { page } = decoder;
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await decoder.field.blur();
    await page.keyboard.press('j');
    expect(await focused()).toBe(await title(decoder, 0).innerText());
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(await title(decoder, 1).innerText());
    const second = await title(decoder, 2).innerText();
    await page.keyboard.press('Enter');
    await decoder.answer.waitFor();
    await page.keyboard.press('j');
    await decoder.answer.getByText(second).first().waitFor();
    await page.keyboard.press('k');
    await decoder.answer.getByText(second).first().waitFor({ state: 'detached' });
  });

  test('all are saved: as CSV without formulas, as JSON, as NDJSON', async () => {
    const hostile = postfixReport({
      recipient: 'jo@example.net',
      host: 'mx.example.net',
      reply: '=HYPERLINK("http://example.org/","550 5.1.1 User unknown")',
    });
    const decoder = await open(
      mailbox([
        ...refusals.map((refusal, i) => postfixReport({ ...refusal, recipient: `r${i}@example.net` })),
        hostile,
      ]),
    );
    const csv = await save(decoder, 'CSV');
    expect(csv.trim().split(/\r?\n/).length).toBeGreaterThanOrEqual(refusals.length + 2);
    // A spreadsheet takes what begins with an apostrophe for text.
    expect(csv).toContain('"\'=HYPERLINK');
    expect(csv).not.toMatch(/(?:^|,)"?[=+@\t-](?!\d*(?:,|$))[A-Z]/m);
    const json = JSON.parse(await save(decoder, 'JSON')) as { recipient: string }[];
    expect(json).toHaveLength(refusals.length + 1);
    const lines = (await save(decoder, 'NDJSON')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { recipient: string }).recipient)).toEqual(
      json.map((one) => one.recipient),
    );
  });
}
