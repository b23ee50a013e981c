import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { replyHref } from '../../../web/src/address.ts';
import { answer, decoder as words } from '../../../web/src/wording/decoder.ts';
import { searchWording } from '../../../web/src/wording/search.ts';
import { DecoderPage } from '../decoder-page.ts';
import { type Carrier, complaintOf, eventOf, exportHead, type Fill, lineOf, reportOf, rowOf } from '../hostile/carriers.ts';
import { inspect, inspectPage, type Walk, walkList } from '../hostile/inspect.ts';
import { payloads } from '../hostile/payloads.ts';
import type { Stage } from '../stage.ts';
import { inBundles, together } from '../together.ts';

/** Bounces on a page of the list. */
const PAGE = 50;

const small = { viewport: { width: 320, height: 700 } };

/** Some payloads as one text, as long as an address may hold it. */
const shortened = (bundle: readonly string[], most: number): string => bundle.join(' ').slice(0, most).toWellFormed();

const filesOf = (carriers: readonly Carrier[]) =>
  carriers.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }));

/** The inputs of every form in which each field is filled by what `fills` give. */
function inputsOf(fills: readonly Fill[]): readonly (readonly Carrier[])[] {
  return [
    fills.map(reportOf),
    [{ name: 'mail.log', content: fills.map(lineOf).join('\n') }],
    [{ name: 'events.json', content: JSON.stringify(fills.map(eventOf)) }],
    [{ name: 'bounces.csv', content: [exportHead, ...fills.map(rowOf)].join('\r\n') }],
    fills.map(complaintOf),
  ];
}

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
      wide.append(document.createElement('img'), document.createElementNS('http://www.w3.org/2000/svg', 'animate'), link);
      document.querySelector('main')?.append(wide);
      wide.setAttribute('onclick', 'void 0');
    });
    const found = (await page.evaluate(inspect)).join('\n');
    for (const one of [/element: <img/, /element: <animate/, /handler: onclick/, /address: href=javascript/, /\d of 320 pixels wide/])
      expect(found).toMatch(one);
  });

  test('the fields that are filled are shown', async () => {
    const asked = new Set<string>();
    const probe = (field: string): string => `probe${field.replace(/\W/g, '')}`;
    const fill = (field: string): string => {
      asked.add(field);
      return probe(field);
    };
    let seen = '';
    for (const carriers of inputsOf([fill, fill])) seen += (await read(carriers)).seen;
    const { page } = await stage.visit('/', small);
    await (await new DecoderPage(page).ready()).page.getByLabel(words.files).setInputFiles(filesOf([reportOf(fill)]));
    seen += await page.getByText(probe('file name')).first().innerText();
    const unseen = [...asked].filter((field) => !seen.includes(probe(field)));
    expect(unseen).toEqual([]);
    expect(asked.size).toBeGreaterThan(40);
  });

  test('with script: reports with hostile text in each field', async () => {
    const walks = await together([...inBundles(payloads, PAGE)], 4, (bundle) => read(bundle.map((payload) => reportOf(() => payload))));
    expect(walks.flatMap(({ found }) => found)).toEqual([]);
    expect(walks.reduce((sum, { opened }) => sum + opened, 0)).toBe(payloads.length);
  });

  test('with script: logs, webhooks, exports and complaints with hostile text in each field', async () => {
    const fills = [...inBundles(payloads, 8)].map((bundle): Fill => () => bundle.join(' '));
    const walks = await together(inputsOf(fills).slice(1), 4, read);
    expect(walks.flatMap(({ found }) => found)).toEqual([]);
  });

  test('with script: replies that are typed, and what a command of the checklist printed', async () => {
    const { page } = await stage.visit('/', small);
    const decoder = await new DecoderPage(page).ready();
    const found: string[] = [];
    for (const [round, bundle] of [...inBundles(payloads, 12)].entries()) {
      await decoder.field.fill(`550 5.4.1 Recipient address rejected: Access denied. round-${round} [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM] ${bundle.join(' ')}`);
      await page.waitForFunction((token) => document.querySelector('article')?.textContent?.includes(token), `round-${round} `);
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
    for (const bundle of inBundles(payloads, 6)) {
      await dialog.getByRole('combobox').fill(`access denied ${bundle.join(' ')}`);
      await expect.poll(() => dialog.getByRole('link', { name: searchWording.all }).getAttribute('href')).toContain('denied');
      found.push(...(await inspectPage(page)));
    }
    expect(found).toEqual([]);
  });

  test('with script: what an address brings, in its path, its query and its fragment', async () => {
    const { page } = await stage.visit('/codes', { ...small, tolerated: /status of 4\d\d/ });
    const paths = [
      ...[...inBundles(payloads, 6)].map((bundle) => `/providers/${encodeURIComponent(shortened(bundle, 400))}`),
      ...[...inBundles(payloads, 12)].map((bundle) => `/search?q=${encodeURIComponent(shortened(bundle, 1_000))}`),
    ];
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      found.push(...(await inspectPage(page)).map((one) => `${path.slice(0, 80)}: ${one}`));
    };
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await look(path);
    }
    for (const [round, bundle] of [...inBundles(payloads, 8)].entries()) {
      const text = shortened(bundle, 2_000);
      const path = replyHref({ reply: `550 5.1.1 User unknown round-${round} ${text}`, host: text });
      await page.goto(path);
      await page.waitForFunction((token) => document.querySelector('article')?.textContent?.includes(token), `round-${round} `);
      await look(path);
      await page.goto(`/#${text.replace(/\s/g, '')}`);
      await look('any fragment');
    }
    expect(found).toEqual([]);
  });

  test('a word of a megabyte breaks nothing', async () => {
    for (const letter of ['漢', '\u0300']) {
      const word = letter.repeat(1_000_000 / Buffer.byteLength(letter));
      const long = ['subject', 'recipient', 'diagnostic', 'reporting mta', 'html part'];
      const { found } = await read([reportOf((field) => (long.includes(field) ? word : 'x')), reportOf(() => 'x')]);
      expect(found).toEqual([]);
    }
  });
}

/** The same where no script of the site draws the answer, and scripts that came with it would run. */
export function hostilePosts(stage: Stage): void {
  const open = async (): Promise<Page> => {
    const { context, page, goto } = await stage.visit('/offline', { ...small, tolerated: /status of 4\d\d/ });
    await context.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await goto('/');
    return page;
  };
  const post = async (page: Page): Promise<string[]> => {
    // The button is for those without script alone.
    const send = page.getByRole('main').locator('form').first();
    await Promise.all([page.waitForEvent('load'), send.evaluate((form) => (form as HTMLFormElement).requestSubmit())]);
    return inspectPage(page);
  };

  test('without script: reports and everything else, as files', async () => {
    const send = async (bundle: readonly string[]): Promise<string[]> => {
      const page = await open();
      const all = bundle.join(' ');
      const fills = [() => all, ...bundle.map((payload): Fill => () => payload)];
      const [reports = [], log = [], webhook = [], rows = [], complaints = []] = inputsOf(fills);
      const found: string[] = [];
      for (const carriers of [reports, [...log, ...complaints], [...webhook, ...rows]]) {
        await page.getByLabel(words.files).setInputFiles(filesOf(carriers));
        found.push(...(await post(page)));
        expect(await new DecoderPage(page).answer.count()).toBeGreaterThan(0);
      }
      return found;
    };
    expect((await together([...inBundles(payloads, 24)], 2, send)).flat()).toEqual([]);
  });

  test('without script: text, which the form carries on', async () => {
    let carried = 0;
    const send = async (bundle: readonly string[]): Promise<string[]> => {
      const page = await open();
      const decoder = new DecoderPage(page);
      await decoder.field.fill(`550 5.4.1 Recipient address rejected: Access denied ${bundle.join(' ')}`);
      const found = await post(page);
      const ask = decoder.part(answer.ask).getByRole('button').first();
      if ((await ask.count()) === 0) return found;
      carried++;
      await Promise.all([page.waitForEvent('load'), ask.click()]);
      return [...found, ...(await inspectPage(page))];
    };
    expect((await together([...inBundles(payloads, 16)], 2, send)).flat()).toEqual([]);
    expect(carried).toBeGreaterThan(5);
  });
}
