import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@whybounce/server';
import { examples } from '@whybounce/web';
import { chromium, type Page } from 'playwright-core';

/** Takes the pictures of the README from the built pages. Needs Chromium; `WHYBOUNCE_CHROMIUM` names another one. */

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'picture');
mkdirSync(folder, { recursive: true });

const service = await serve({ version: '0.1.0', port: 0 });
const browser = await chromium.launch({
  executablePath: process.env['WHYBOUNCE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

interface Picture {
  readonly name: string;
  /** Where it goes; default: the README's pictures. */
  readonly into?: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly path: string;
  readonly show?: (page: Page) => Promise<void>;
}

async function paste(page: Page, id: string): Promise<void> {
  await page.locator('#bounce').fill(examples.find((example) => example.id === id)?.text ?? '');
  await page.locator('article, [aria-labelledby="overview-title"]').first().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

const log = join(root, 'examples', 'mail.log');

const pictures: readonly Picture[] = [
  {
    name: 'answer',
    width: 1280,
    height: 1000,
    scheme: 'light',
    path: '/',
    show: (page) => paste(page, 'no-such-user'),
  },
  {
    name: 'answer-narrow',
    width: 390,
    height: 844,
    scheme: 'dark',
    path: '/',
    show: (page) => paste(page, 'access-denied'),
  },
  {
    name: 'many',
    width: 1280,
    height: 1000,
    scheme: 'dark',
    path: '/',
    show: async (page) => {
      await page.locator('input[type=file]').first().setInputFiles(log);
      await page.locator('#overview-title').waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    },
  },
  {
    name: 'entry',
    width: 1280,
    height: 1000,
    scheme: 'light',
    path: '/providers/microsoft-365/recipient-access-denied',
  },
  // What is shown with a link to the site; 1.91 : 1 is what most show whole.
  {
    name: 'card',
    into: join(root, 'web', 'static'),
    width: 1200,
    height: 630,
    scheme: 'light',
    path: '/',
    show: (page) => paste(page, 'access-denied'),
  },
];

for (const { name, into = folder, width, height, scheme, path, show } of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const page = await context.newPage();
  await page.goto(new URL(path, service.address).href);
  await show?.(page);
  await page.screenshot({ path: join(into, `${name}.png`) });
  await context.close();
}
await browser.close();
await service.stop();
