import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { examples } from '../../../web/src/component/decoder/examples.ts';
import { answer, exampleNames, overview, decoder as words } from '../../../web/src/wording/decoder.ts';
import { codeWording } from '../../../web/src/wording/encyclopedia-code.ts';
import { searchWording } from '../../../web/src/wording/encyclopedia-search.ts';
import { shell } from '../../../web/src/wording/shell.ts';
import { DecoderPage } from '../decoder-page.ts';
import type { Stage } from '../stage.ts';

const accessDenied =
  '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';
const mailsFolder = join(import.meta.dirname, '..', '..', '..', 'examples');

/** The same page where no script runs. */
export function withoutScript(stage: Stage): void {
  const open = async (path = '/', tolerated?: RegExp): Promise<{ page: Page; decoder: DecoderPage }> => {
    const { page } = await stage.visit(path, {
      javaScriptEnabled: false,
      ...(tolerated === undefined ? {} : { tolerated }),
    });
    return { page, decoder: new DecoderPage(page) };
  };
  const send = (page: Page) => page.getByRole('button', { name: words.submit }).click();

  test('a text is posted, and the answer is that of the page with script', async () => {
    const { page, decoder } = await open();
    // The browser that is driven keeps <noscript> out of sight.
    expect(await page.locator('noscript').textContent()).toContain(words.privateForm);
    await decoder.field.fill(accessDenied);
    await send(page);
    await decoder.answer.waitFor();
    const { page: scripted } = await stage.visit('/');
    const same = await new DecoderPage(scripted).ready();
    await same.field.fill(accessDenied);
    await same.answer.waitFor();
    for (const part of [answer.why, answer.steps, answer.ask])
      expect(await decoder.part(part).innerText()).toBe(await same.part(part).innerText());
    const link = (one: DecoderPage) => one.answer.getByRole('link', { name: answer.details }).getAttribute('href');
    expect(await link(decoder)).toBe(await link(same));
    // What would do nothing is not there.
    expect(await page.getByRole('button', { name: /^(?:Copy|Print|CSV)/ }).count()).toBe(0);
    expect(await page.getByText(words.folder).isVisible()).toBe(false);
  });

  test('nothing is promised that only holds with script', async () => {
    for (const path of ['/', '/codes']) {
      const { page } = await open(path);
      for (const untrue of [words.private, shell.promise]) expect(await page.getByText(untrue).isVisible()).toBe(false);
    }
  });

  test('a file is posted', async () => {
    const { page, decoder } = await open();
    await page.getByLabel(words.files).setInputFiles(join(mailsFolder, 'gmail-no-such-user.eml'));
    await send(page);
    await decoder.answer.getByText('Nobody has a mailbox under this address.').first().waitFor();
  });

  test('many are posted: the pattern, the list, the first in full', async () => {
    const { page, decoder } = await open();
    await page
      .getByLabel(words.files)
      .setInputFiles([join(mailsFolder, 'mail.log'), join(mailsFolder, 'mailbox.mbox')]);
    await send(page);
    await decoder.overview.waitFor();
    expect(await decoder.list.getByRole('listitem').count()).toBe(9);
    await page.getByRole('heading', { name: overview.list }).waitFor();
    expect(await decoder.answer.count()).toBe(1);
  });

  test('every example is tried', async () => {
    const { page, decoder } = await open();
    for (const { id } of examples) {
      await page.goto('/');
      await page.getByRole('button', { name: exampleNames[id] }).click();
      await decoder.answer.waitFor();
    }
  });

  test('the question is answered, the next left open', async () => {
    const { page, decoder } = await open();
    await decoder.field.fill(accessDenied);
    await send(page);
    const before = await decoder.shares();
    await decoder.part(answer.ask).getByRole('button').first().click();
    await decoder.part(answer.ask).getByText(answer.answered('').trim()).first().waitFor();
    const after = await decoder.shares();
    expect(after).not.toEqual(before);
    await decoder.part(answer.ask).getByRole('button', { name: answer.skip }).click();
    await decoder.part(answer.ask).getByText(answer.leftOpen).waitFor();
    expect(await decoder.part(answer.ask).getByText(answer.answered('').trim()).count()).toBe(2);
    expect(await decoder.shares()).toEqual(after);
    expect(await decoder.field.inputValue()).toBe(accessDenied);
  });

  test('an empty form says what to do', async () => {
    const { page } = await open('/', /status of 422/);
    await send(page);
    await page.getByRole('alert').getByText('There was nothing to read.').waitFor();
  });

  test('pages of the encyclopedia lead to each other, and the search finds them', async () => {
    const { page } = await open('/codes');
    await page.getByRole('main').getByRole('link', { name: '550', exact: true }).first().click();
    await page.waitForURL('**/codes/550');
    await page.getByRole('link', { name: /^Search/ }).click();
    await page.waitForURL('**/search');
    await page.getByLabel(searchWording.label).fill('access denied microsoft');
    await page.getByRole('main').getByRole('button', { name: searchWording.button }).click();
    await page.waitForURL('**/search?q=access+denied+microsoft');
    const result = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    const href = await result.getAttribute('href');
    await result.click();
    await page.waitForURL(`**${href}`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  test('a code is found by the form of the list', async () => {
    const { page } = await open('/codes');
    await page.getByRole('searchbox', { name: codeWording.find }).fill('5.7.26');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/codes/5.7.26');
  });
}
