import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../test/browser/chromium.ts';
import { manyReports, postfixReport } from '../../web/src/answer/desk-fixture.ts';
import { decoder as words } from '../../web/src/wording/decoder.ts';
import { median, say } from '../row.ts';

const PASTES = 15;
const LOADS = 5;
const REPORT_BYTES = 20_000;
const BOUNCES = 1_000;
/** How much slower than this machine the processor of a common phone is taken to be. */
const SLOWER = 4;

const entry = '/providers/microsoft-365/recipient-access-denied';

/** How long pages take in a real browser, from the service on this machine. */
export async function timePages(): Promise<void> {
  const { path, missing } = findChromium();
  if (missing !== null) {
    say({ name: 'the page in a browser', figure: missing, target: '–' });
    return;
  }
  const { process: service, origin } = await startService();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    const open = openerOf(browser, origin);
    await timePaste(open);
    await timeMailbox(open);
    for (const [name, page] of [
      ['the decoder', '/'],
      ['the page of a refusal', entry],
    ] as const)
      await timeLoad(open, name, page);
  } finally {
    await browser.close();
    service.kill();
  }
}

type Open = (path: string, prepare?: (context: BrowserContext, page: Page) => Promise<void>) => Promise<Page>;

function openerOf(browser: Browser, origin: string): Open {
  return async (path, prepare) => {
    const context = await browser.newContext({
      baseURL: origin,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await prepare?.(context, page);
    await page.goto(path);
    return page;
  };
}

/** The command as it is installed; it says where it answers. */
async function startService(): Promise<{ readonly process: ChildProcess; readonly origin: string }> {
  const launcher = join(import.meta.dirname, '..', '..', 'cli', 'bin', 'whybounce.js');
  const service = spawn(process.execPath, [launcher, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    service.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const address = /https?:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(new URL(address).origin);
    });
    service.once('exit', (code) => reject(new Error(`whybounce serve ended with ${code}: ${said}`)));
  });
  return { process: service, origin };
}

/** The decoder once its engine has answered for the first time: it is loaded and warm. */
async function warmDecoder(open: Open): Promise<Page> {
  const page = await open('/');
  await page.getByRole('textbox', { name: words.label }).fill('550 5.1.1 User unknown');
  await page.getByRole('article').waitFor();
  return page;
}

/**
 * Runs in the page: milliseconds from an event to the frame after an element that holds a text was drawn,
 * and how many states of progress were shown between.
 */
function measure({
  event,
  selector,
  text,
}: {
  readonly event: string;
  readonly selector: string;
  readonly text: string;
}): void {
  const result = new Promise<{ readonly milliseconds: number; readonly steps: number }>((resolve) => {
    addEventListener(
      event,
      ({ timeStamp }) => {
        const steps = new Set<number>();
        const look = (): void => {
          const bar = document.querySelector('progress');
          if (bar !== null) steps.add(bar.value);
          if (document.querySelector(selector)?.textContent?.includes(text) !== true) return;
          observer.disconnect();
          // What was changed before a frame is painted when the task after it runs.
          requestAnimationFrame(() =>
            setTimeout(() => resolve({ milliseconds: performance.now() - timeStamp, steps: steps.size })),
          );
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      },
      { capture: true, once: true },
    );
  });
  Object.assign(globalThis, { measured: result });
}

const measured = (page: Page): Promise<{ readonly milliseconds: number; readonly steps: number }> =>
  page.evaluate(
    () => (globalThis as unknown as { measured: Promise<{ milliseconds: number; steps: number }> }).measured,
  );

async function timePaste(open: Open): Promise<void> {
  const page = await warmDecoder(open);
  const field = page.getByRole('textbox', { name: words.label });
  const times: number[] = [];
  for (let round = 0; round < PASTES; round++) {
    const recipient = `reader${round}@example.net`;
    const report = postfixReport({
      recipient,
      host: 'example-net.mail.protection.outlook.com',
      reply:
        '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
      returned: 'It was a bright cold day in April, and the clocks were striking.\n'.repeat(REPORT_BYTES / 66),
    });
    await page.evaluate((text) => navigator.clipboard.writeText(text), report);
    await page.evaluate(measure, { event: 'paste', selector: 'article', text: recipient });
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
    times.push((await measured(page)).milliseconds);
  }
  say({
    name: `paste of a report of ${REPORT_BYTES / 1000} kB to its answer on the screen, median of ${PASTES}`,
    figure: `${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`,
    target: '50 ms',
  });
  await page.context().close();
}

async function timeMailbox(open: Open): Promise<void> {
  const mailbox = manyReports(BOUNCES);
  const times: number[] = [];
  let shown = 0;
  for (let round = 0; round < LOADS; round++) {
    const page = await warmDecoder(open);
    await page.evaluate(measure, { event: 'change', selector: 'main h2', text: BOUNCES.toLocaleString('en') });
    const file = { name: 'mailbox.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mailbox) };
    await page.getByLabel(words.files).setInputFiles(file);
    const { milliseconds, steps } = await measured(page);
    times.push(milliseconds);
    shown = Math.max(shown, steps);
    await page.context().close();
  }
  say({
    name: `mailbox of ${BOUNCES.toLocaleString('en')} bounces (${(mailbox.length / 1e6).toFixed(1)} MB), picked, to pattern and list on the screen, median of ${LOADS}`,
    figure: `${median(times).toFixed(0)} ms, ${shown} states of progress shown`,
    target: '–',
  });
}

interface Load {
  readonly paint: number;
  readonly shift: number;
}

async function timeLoad(open: Open, name: string, path: string): Promise<void> {
  const loads: Load[] = [];
  for (let round = 0; round < LOADS; round++) {
    const page = await open(path, async (context, opened) => {
      await context.addInitScript(watchLoad);
      const session = await context.newCDPSession(opened);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    });
    await page.waitForLoadState('networkidle');
    loads.push(await page.evaluate(() => (globalThis as unknown as { load: Load }).load));
    await page.context().close();
  }
  say({
    name: `largest contentful paint of ${name}, processor ${SLOWER} × slower, median of ${LOADS}`,
    figure: `${median(loads.map(({ paint }) => paint)).toFixed(0)} ms; layout shift ${Math.max(...loads.map(({ shift }) => shift)).toFixed(3)}`,
    target: '1 s; 0',
  });
}

/** Runs in a page before its own scripts. */
function watchLoad(): void {
  const load = { paint: Number.NaN, shift: 0 };
  Object.assign(globalThis, { load });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) load.paint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as (PerformanceEntry & {
      readonly value: number;
      readonly hadRecentInput: boolean;
    })[])
      if (!shift.hadRecentInput) load.shift += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
