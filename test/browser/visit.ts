import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** How a page is visited. */
export interface VisitOptions extends BrowserContextOptions {
  /** Errors in the console that belong to what is tried, such as that of a request without a network. */
  readonly tolerated?: RegExp;
}

/** Somebody's visit: a context with a page in it, both watched. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses that were asked for, by pages, workers and the service worker, in their order. */
  readonly requests: readonly string[];
  /** Opens a path of the service, and waits until the page's scripts run. */
  goto(path: string): Promise<void>;
  /** What went wrong, as sentences. */
  faults(): string[];
  close(): Promise<void>;
}

/** Something that scripts of foreign text would do if they ran. Payloads call it; nothing else does. */
export const CANARY = 'whybounceCanary';

/** Opens a context and a page in it. */
export async function openVisit(browser: Browser, origin: string, options: VisitOptions): Promise<Visit> {
  const { tolerated, ...rest } = options;
  const context = await browser.newContext({
    baseURL: origin,
    // A click need not wait until the page has scrolled to its end.
    reducedMotion: 'reduce',
    // It would fetch the whole site's files for each fresh context: tests that are about it ask for it.
    serviceWorkers: 'block',
    ...rest,
  });
  // Below the time-out of a test, so that a failure says for what it waited.
  context.setDefaultTimeout(30_000);
  const requests: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob|about):/.test(url)) faults.push(`request to ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && tolerated?.test(message.text()) !== true)
      faults.push(`console on ${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => void faults.push(`uncaught: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  if (rest.javaScriptEnabled !== false) await context.addInitScript(watch, CANARY);
  const page = await context.newPage();
  const goto = async (path: string): Promise<void> => {
    await page.goto(path);
  };
  return { context, page, requests, goto, faults: () => faults, close: () => context.close() };
}

/** Runs in every page before its own scripts. */
function watch(canary: string): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    console.error(`policy violated: ${effectiveDirective} ${blockedURI} ${sample}`);
  });
  Object.defineProperty(globalThis, canary, {
    value: (payload: unknown) => console.error(`foreign script ran: ${String(payload)}`),
  });
}
