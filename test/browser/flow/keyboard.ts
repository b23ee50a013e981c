import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answer, decoder as words } from '../../../web/src/wording/decoder.ts';
import { searchWording } from '../../../web/src/wording/search.ts';
import { shell } from '../../../web/src/wording/shell.ts';
import { DecoderPage } from '../decoder-page.ts';
import type { Stage } from '../stage.ts';

/** What has the focus, and whether it shows. */
interface Focus {
  readonly name: string;
  readonly isShown: boolean;
  readonly isMarked: boolean;
}

function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = element.closest('label');
    const marked = [element, ...(label === null ? [] : [label])].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    const { width, height } = (label ?? element).getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '').trim().slice(0, 60)}`;
    return { name: name.trim(), isShown: width > 1 && height > 1, isMarked: marked };
  });
}

/** Presses Tab until the focus leaves the page: every stop on the way, the first once. */
async function stops(page: Page, key = 'Tab'): Promise<Focus[]> {
  const found: Focus[] = [];
  for (let press = 0; press < 400; press++) {
    await page.keyboard.press(key);
    const focus = await focusOf(page);
    if (focus.name === 'body' || focus.name.startsWith('body ')) return found;
    found.push(focus);
  }
  throw new Error(
    `The focus does not leave the page: ${found
      .slice(-3)
      .map(({ name }) => name)
      .join(', ')}.`,
  );
}

/** The whole page without a mouse. */
export function withoutMouse(stage: Stage): void {
  // To the top of the page, as it is where no field takes the focus: Tab goes on from where the focus was last.
  const start = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const { body } = document;
      body.tabIndex = -1;
      body.focus();
      body.removeAttribute('tabindex');
    });

  test('the first stop skips to the content', async () => {
    const { page } = await stage.visit('/codes/550');
    await page.keyboard.press('Tab');
    expect((await focusOf(page)).name).toBe(`a ${shell.skip}`);
    expect((await focusOf(page)).isShown).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('the stops of the empty decoder come in the order in which it is read, all to be seen, and lead out again', async () => {
    const { page } = await stage.visit('/');
    await new DecoderPage(page).ready();
    await start(page);
    const found = await stops(page);
    const names = found.map(({ name }) => name);
    const order = [
      shell.skip,
      shell.name,
      shell.sections.codes,
      shell.sections.search,
      words.files,
      words.folder,
      'Microsoft 365: access denied',
      shell.causes,
    ];
    const places = order.map((name) => names.findIndex((stop) => stop.includes(name)));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(found.filter(({ isShown, isMarked }) => !isShown || !isMarked)).toEqual([]);
  });

  test('every stop of an answer with all open shows that it has the focus, forwards and backwards', async () => {
    const { page } = await stage.visit('/');
    const decoder = await new DecoderPage(page).ready();
    await decoder.field.fill(
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    );
    await decoder.answer.waitFor();
    await decoder.unfold();
    await start(page);
    const found = await stops(page);
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter(({ isShown, isMarked }) => !isShown || !isMarked)).toEqual([]);
    // Backwards it begins anew at the end without leaving the page in between.
    const back = (await stops(page, 'Shift+Tab')).slice(0, found.length);
    expect(back.map(({ name }) => name).reverse()).toEqual(found.map(({ name }) => name));
  });

  test.for([
    '/codes/421',
    '/providers/gmail',
    '/providers/microsoft-365/recipient-access-denied',
    '/compare/access-denied-verdicts',
    '/causes/greylisted',
    '/search?q=5.4.1&all=1',
  ])('every stop of %s shows that it has the focus', async (path) => {
    const { page } = await stage.visit(path);
    const found = await stops(page);
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ isShown, isMarked }) => !isShown || !isMarked)).toEqual([]);
  });

  test('a bounce is read, unfolded, asked about and settled by keys alone', async () => {
    const { page } = await stage.visit('/');
    const decoder = await new DecoderPage(page).ready();
    await page.keyboard.type(
      '550 5.4.1 Recipient address rejected: Access denied. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    );
    // while it is typed it is read: what is looked at is the answer to the whole of it
    await page.locator('article', { hasText: 'PROD.OUTLOOK.COM]' }).first().waitFor();
    const before = await decoder.shares();
    const reach = async (isReached: () => boolean): Promise<void> => {
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(isReached)) return;
      }
      throw new Error('No stop is the one that was looked for.');
    };
    await reach(() => document.activeElement?.matches('article summary') === true);
    const isOpen = (): Promise<boolean | undefined> =>
      page.evaluate(() => document.activeElement?.closest('details')?.open);
    const wasOpen = await isOpen();
    await page.keyboard.press('Enter');
    expect(await isOpen()).toBe(!wasOpen);
    await reach(() => document.activeElement?.matches('button[name="answer"]') === true);
    await page.keyboard.press('Enter');
    await decoder.part(answer.ask).getByText(answer.answered('').trim()).waitFor();
    expect(await decoder.shares()).not.toEqual(before);
  });

  test('/ searches: arrows choose, Enter opens', async () => {
    const { page } = await stage.visit('/providers');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: searchWording.title });
    await page.keyboard.type('access denied');
    await dialog.getByRole('option').first().waitFor();
    const chosen = (): Promise<string | null> => dialog.getByRole('combobox').getAttribute('aria-activedescendant');
    const first = await chosen();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).not.toBe(first);
    const option = dialog.getByRole('option', { selected: true });
    expect(await option.count()).toBe(1);
    const href = await option.getAttribute('href');
    await Promise.all([page.waitForURL(`**${href}`), page.keyboard.press('Enter')]);
  });

  test('? shows the keys; Esc closes what is open and gives the focus back', async () => {
    const { page } = await stage.visit('/codes');
    const link = page
      .getByRole('navigation', { name: shell.navigation })
      .getByRole('link', { name: shell.sections.providers });
    await link.focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: shell.help.title });
    await help.waitFor();
    // The focus stays inside, or in the browser's own bar, while it is open.
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: searchWording.title }).waitFor();
    await page.keyboard.press('Escape');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('in the field / and ? are letters', async () => {
    const { page } = await stage.visit('/');
    const decoder = await new DecoderPage(page).ready();
    await page.keyboard.type('a/b?');
    expect(await decoder.field.inputValue()).toBe('a/b?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
}
