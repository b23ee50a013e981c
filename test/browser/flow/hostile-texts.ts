import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { replyHref } from '../../../web/src/address.ts';
import { answer, decoder as words } from '../../../web/src/wording/decoder.ts';
import { searchWording } from '../../../web/src/wording/search.ts';
import { DecoderPage } from '../decoder-page.ts';
import { type Carrier, type Fill, reportOf } from '../hostile/carriers.ts';
import { filesOf, inputsOf, shortened, small } from '../hostile/inputs.ts';
import { inspect, inspectPage, type Walk, walkList } from '../hostile/inspect.ts';
import { payloads } from '../hostile/payloads.ts';
import type { Stage } from '../stage.ts';
import { inBundles, together } from '../together.ts';

/** Bounces on a page of the list. */
const PAGE = 50;

/** Waits for the answer to a text in which a word stands; an older answer may be shown until then. */
const answered = (page: Page, word: string) =>
  page.waitForFunction((token) => document.querySelector('article')?.textContent?.includes(token), word);

/** Texts that were made to break pages, in every field that is shown. */
export function hostileTexts(stage: Stage): void {
  const read = async (carriers: readonly Carrier[]): Promise<Walk> => {
    const { page } = await stage.visit('/', small);
    const decoder = await new DecoderPage(page).ready();
    await page.getByLabel(words.files).setInputFiles(filesOf(carriers));
    await decoder.list.waitFor();
    return walkList(page);
  };

  test('what is looked for would be found', async () => {
    const { page } = await stage.visit('/codes', { ...small, bypassCSP: true });
    expect(await page.evaluate(inspect)).toEqual([]);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'javascript:void 0';
      const wide = document.createElement('p');
      wide.textContent = 'x'.repeat(2_000);
      wide.style.whiteSpace = 'nowrap';
      wide.append(
        document.createElement('img'),
        document.createElementNS('http://www.w3.org/2000/svg', 'animate'),
        link,
      );
      document.querySelector('main')?.append(wide);
      wide.setAttribute('onclick', 'void 0');
    });
    const found = (await page.evaluate(inspect)).join('\n');
    for (const one of [
      /element: <img/,
      /element: <animate/,
      /handler: onclick/,
      /address: href=javascript/,
      /\d of 320 pixels wide/,
    ])
      expect(found).toMatch(one);
  });

  test('the fields that are filled are shown', async () => {
    const asked = new Set<string>();
    const probe = (field: string): string => `probe${field.replace(/\W/g, '')}`;
    const fill = (field: string): string => {
      asked.add(field);
      return probe(field);
    };
    const walks = await together(inputsOf([fill, fill]), 3, read);
    let seen = walks.map((walk) => walk.seen).join('\n');
    const { page } = await stage.visit('/', small);
    await (await new DecoderPage(page).ready()).page.getByLabel(words.files).setInputFiles(filesOf([reportOf(fill)]));
    seen += await page.getByText(probe('file name')).first().innerText();
    const unseen = [...asked].filter((field) => !seen.includes(probe(field)));
    expect(unseen).toEqual([]);
    expect(asked.size).toBeGreaterThan(40);
  });

  test('with script: reports with hostile text in each field', async () => {
    const walks = await together([...inBundles(payloads, PAGE)], 7, (bundle) =>
      read(bundle.map((payload) => reportOf(() => payload))),
    );
    expect(walks.flatMap(({ found }) => found)).toEqual([]);
    expect(walks.reduce((sum, { opened }) => sum + opened, 0)).toBe(payloads.length);
  });

  test('with script: logs, webhooks, exports and complaints with hostile text in each field', async () => {
    const fills = [...inBundles(payloads, 12)].map(
      (bundle): Fill =>
        () =>
          bundle.join(' '),
    );
    const walks = await together(inputsOf(fills).slice(1), 4, read);
    expect(walks.flatMap(({ found }) => found)).toEqual([]);
  });

  test('with script: replies that are typed, and what a command of the checklist printed', async () => {
    const { page } = await stage.visit('/', small);
    const decoder = await new DecoderPage(page).ready();
    const found: string[] = [];
    for (const [round, bundle] of [...inBundles(payloads, 24)].entries()) {
      await decoder.field.fill(
        `550 5.4.1 Recipient address rejected: Access denied. round-${round} [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM] ${bundle.join(' ')}`,
      );
      await answered(page, `round-${round} `);
      await decoder.unfold();
      const output = decoder.answer.getByRole('textbox', { name: answer.checklistPaste }).first();
      await output.fill(`RecipientTypeDetails : ${bundle.join('\nPrimarySmtpAddress : ')}`);
      await decoder.answer.getByRole('button', { name: answer.checklistRead }).first().click();
      await page.waitForFunction(() => document.querySelector('article li [role="status"]') !== null);
      found.push(...(await inspectPage(page)));
    }
    expect(found).toEqual([]);
  });

  test('with script: the search', async () => {
    const { page } = await stage.visit('/codes', small);
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: searchWording.title });
    const found: string[] = [];
    for (const [round, bundle] of [...inBundles(payloads, 6)].entries()) {
      await dialog.getByRole('combobox').fill(`access denied round${round}x ${bundle.join(' ')}`);
      await page.waitForFunction(
        (token) => document.querySelector(`dialog a[href*="${token}"]`) !== null,
        `round${round}x`,
      );
      found.push(...(await inspectPage(page)));
    }
    expect(found).toEqual([]);
  });

  test('with script: what an address brings in its path and its query', async () => {
    // Of a path without a page some hundred characters are shown.
    const paths = [
      ...[...inBundles(payloads, 3)].map((bundle) => `/providers/${encodeURIComponent(shortened(bundle, 300))}`),
      ...[...inBundles(payloads, 8)].map((bundle) => `/search?q=${encodeURIComponent(shortened(bundle, 1_200))}`),
    ];
    const found = await together([0, 1], 2, async (half) => {
      const { page } = await stage.visit('/offline', { ...small, tolerated: /status of 4\d\d/ });
      const here: string[] = [];
      for (const path of paths.filter((_, place) => place % 2 === half)) {
        await page.goto(path, { waitUntil: 'domcontentloaded' });
        here.push(...(await inspectPage(page)).map((one) => `${path.slice(0, 80)}: ${one}`));
      }
      return here;
    });
    expect(found.flat()).toEqual([]);
  });

  test('with script: what an address brings in its fragment', async () => {
    const { page } = await stage.visit('/', small);
    const found: string[] = [];
    for (const [round, bundle] of [...inBundles(payloads, 8)].entries()) {
      const text = shortened(bundle, 4_000);
      await page.goto(replyHref({ reply: `550 5.1.1 User unknown round-${round} ${text}`, host: text }));
      await answered(page, `round-${round} `);
      found.push(...(await inspectPage(page)));
      await page.goto(`/#${text.replace(/\s/g, '')}`);
      found.push(...(await inspectPage(page)));
    }
    expect(found).toEqual([]);
  });

  test('a word of a megabyte breaks nothing', async () => {
    const long = ['subject', 'recipient', 'diagnostic', 'reporting mta', 'html part'];
    const walks = await together(['漢', '\u0300'], 2, (letter) => {
      const word = letter.repeat(1_000_000 / Buffer.byteLength(letter));
      return read([reportOf((field) => (long.includes(field) ? word : 'x')), reportOf(() => 'x')]);
    });
    expect(walks.flatMap(({ found }) => found)).toEqual([]);
  });
}
