import type { Page } from 'playwright-core';
import { manyReports } from '../../web/src/answer/desk-fixture.ts';
import { decoder as decoderWords } from '../../web/src/wording/decoder.ts';
import { searchWording } from '../../web/src/wording/search.ts';
import { shell } from '../../web/src/wording/shell.ts';
import { DecoderPage } from './decoder-page.ts';

/** A kind of page, and how one of it comes about. */
export interface Kind {
  readonly group: 'the decoder' | 'over a page' | 'lists' | 'pages' | 'where nothing is';
  readonly name: string;
  readonly path: string;
  /** What is done on it before it is looked at. */
  readonly make?: (page: Page) => Promise<void>;
  /** The status with which it is answered. */
  readonly status?: number;
}

const accessDenied =
  '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';

async function type(page: Page, text: string): Promise<DecoderPage> {
  const decoder = await new DecoderPage(page).ready();
  await decoder.field.fill(text);
  return decoder;
}

/** Every kind of page, the decoder in each of its states. */
export const kinds: readonly Kind[] = [
  { group: 'the decoder', name: 'the empty decoder', path: '/' },
  {
    group: 'the decoder',
    name: 'one answer with all details open',
    path: '/',
    make: async (page) => {
      const decoder = await type(page, accessDenied);
      await decoder.answer.waitFor();
      await decoder.unfold();
    },
  },
  {
    group: 'the decoder',
    name: 'many bounces',
    path: '/',
    make: async (page) => {
      const decoder = await new DecoderPage(page).ready();
      const file = { name: 'reports.mbox', mimeType: 'application/mbox', buffer: Buffer.from(manyReports(120)) };
      await page.getByLabel(decoderWords.files).setInputFiles(file);
      await decoder.overview.waitFor();
    },
  },
  {
    group: 'the decoder',
    name: 'no bounce',
    path: '/',
    make: async (page) => {
      const newsletter =
        'From: News <news@example.com>\nTo: jo@example.net\nSubject: June offers\nDate: Wed, 27 May 2026 14:30:01 +0000\n\nHello.\n';
      await (await type(page, newsletter)).answer.waitFor();
    },
  },
  { group: 'where nothing is', name: 'a problem', path: '/%00', status: 400 },
  {
    group: 'over a page',
    name: 'the list of keys',
    path: '/codes',
    make: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: shell.help.title }).waitFor();
    },
  },
  {
    group: 'over a page',
    name: 'the open search',
    path: '/providers',
    make: async (page) => {
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog', { name: searchWording.title });
      await dialog.getByRole('combobox').fill('access denied');
      await dialog.getByRole('option').first().waitFor();
    },
  },
  { group: 'lists', name: 'the list of codes', path: '/codes' },
  { group: 'pages', name: 'a code', path: '/codes/550' },
  { group: 'where nothing is', name: 'a code that nobody lists', path: '/codes/5.99.99' },
  { group: 'lists', name: 'the list of providers', path: '/providers' },
  { group: 'pages', name: 'a provider', path: '/providers/gmail' },
  { group: 'pages', name: 'a refusal', path: '/providers/microsoft-365/recipient-access-denied' },
  { group: 'lists', name: 'the list of comparisons', path: '/compare' },
  { group: 'pages', name: 'a comparison of codes', path: '/compare/access-denied-against-not-authorised' },
  { group: 'pages', name: 'one line with many verdicts', path: '/compare/access-denied-verdicts' },
  { group: 'lists', name: 'the list of causes', path: '/causes' },
  { group: 'pages', name: 'a cause', path: '/causes/address-does-not-exist' },
  { group: 'lists', name: 'the list of reasons', path: '/reasons' },
  { group: 'pages', name: 'a reason', path: '/reasons/recipient.unknown' },
  { group: 'lists', name: 'the search', path: '/search' },
  { group: 'lists', name: 'results of a search', path: '/search?q=access+denied' },
  { group: 'where nothing is', name: 'a search without results', path: '/search?q=qqqqqqqq+zzzzzzzz' },
  { group: 'where nothing is', name: 'no such page', path: '/providers/gmial/no-such', status: 404 },
  { group: 'where nothing is', name: 'the page without a network', path: '/offline' },
];
