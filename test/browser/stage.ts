import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type ServeOptions, serve } from '@whybounce/server';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from './chromium.ts';
import { openSink } from './sink.ts';
import { openVisit, type Visit, type VisitOptions } from './visit.ts';

/** Why tests in a browser do not run; null where they do. */
export const missing: string | null = findChromium().missing;

// The default reporter prints no names of tests that are skipped.
if (missing !== null) process.stderr.write(`Tests in a browser are ${missing}.\n`);

/** The end of a suite's name: why it is skipped, so that every reporter prints it. Empty where it runs. */
export const because: string = missing === null ? '' : ` (${missing})`;

/** Milliseconds as a guard against hangs: how long things take is measured in `bench/`. */
export const guard = { timeout: 120_000 };

/** How long something is looked at until it is as expected. */
export const patient = { timeout: 20_000 };

/** The built pages. */
export const siteFolder: string = join(import.meta.dirname, '..', '..', 'web', 'dist', 'www');

/** Hosts that Chromium itself calls, whatever is opened in it. */
const ownHosts = ['*.google.com', '*.googleapis.com', '*.gvt1.com', '*.gstatic.com'];

/** The real service with the built site, and one browser. */
export interface Stage {
  /** The service's origin, without a slash at the end. */
  readonly origin: string;
  readonly browser: Browser;
  /** What the service was asked for since it started: method and path. */
  readonly served: readonly string[];
  /** A fresh context with a page in it, watched; closed after the test. */
  visit(path?: string, options?: VisitOptions): Promise<Visit>;
}

/**
 * Opens the stage for the tests of a file. After each test everything that was visited must be without
 * fault: no violation of the content security policy, no error in the console, no dialog, no request to
 * another host.
 *
 * @param options how the service asks the world; default: as it does by itself
 */
export function useStage({ checks }: Pick<ServeOptions, 'checks'> = {}): Stage {
  let origin = '';
  let browser: Browser | undefined;
  let close = async (): Promise<void> => undefined;
  let caught: string[] = [];
  const served: string[] = [];
  const visits: Visit[] = [];

  const count = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.headers.host === new URL(origin).host) served.push(`${request.method} ${request.url}`);
  };

  beforeAll(async () => {
    if (missing !== null) return;
    const sink = await openSink();
    const service = await serve({ version: '0.0.0', port: 0, site: siteFolder, checks });
    origin = new URL(service.address).origin;
    diagnostics.subscribe('http.server.request.start', count);
    const started = await chromium.launch({
      executablePath: findChromium().path,
      args: [
        // The sandbox needs rights that containers do not give; what is opened here is our own.
        '--no-sandbox',
        `--host-resolver-rules=${[...ownHosts.map((host) => `MAP ${host} ~NOTFOUND`), `MAP * 127.0.0.1:${sink.port}`, 'EXCLUDE 127.0.0.1'].join(', ')}`,
      ],
    });
    browser = started;
    caught = sink.caught;
    close = async () => {
      await started.close();
      diagnostics.unsubscribe('http.server.request.start', count);
      await service.stop();
      await sink.close();
    };
  }, 60_000);

  afterEach(async () => {
    const faults = visits.flatMap((visit) => visit.faults());
    await Promise.all(visits.splice(0).map((visit) => visit.close()));
    expect([...faults, ...caught.splice(0).map((bytes) => `connection to another host: ${bytes}`)]).toEqual([]);
  });

  afterAll(() => close());

  const stage: Stage = {
    get origin() {
      return origin;
    },
    get browser() {
      if (browser === undefined) throw new Error('There is no browser outside of a test.');
      return browser;
    },
    served,
    visit: async (path = '/', options = {}) => {
      const visit = await openVisit(stage.browser, origin, options);
      visits.push(visit);
      await visit.goto(path);
      return visit;
    },
  };
  return stage;
}
