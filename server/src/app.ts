import type { Probe } from '@whybounce/probe';
import { Hono } from 'hono';
import { CheckDesk } from './check/check-desk.ts';
import { type MessageTester, testingHere } from './check/message-testers.ts';
import type { ClientBindings } from './client.ts';
import { Searcher, type SearchThread } from './desk/searcher.ts';
import { faultPlace } from './fault-place.ts';
import { ByteBudget } from './form/byte-budget.ts';
import { secured } from './headers.ts';
import { MAX_BODIES_IN_MEMORY, MAX_CLIENT_BODIES, MAX_URL_CHARACTERS } from './limits.ts';
import { createPages } from './page/pages.ts';
import { faultLine } from './report-fault.ts';
import { checkRoutes } from './route/check.ts';
import { messageRoute } from './route/check-message.ts';
import { decoder, type FormReader } from './route/decoder.ts';
import { type About, health } from './route/health.ts';
import { servePages } from './route/pages.ts';
import { recordRoutes } from './route/record.ts';
import { refuser } from './route/refuse.ts';
import { search } from './route/search.ts';
import { SiteContent } from './site/content.ts';
import type { Site } from './site/site.ts';

/** What the application is made of. */
export interface AppOptions {
  readonly site: Site;
  /** The site's own address, such as `https://bounce.example.net`. */
  readonly origin: string;
  readonly about: About;
  /** What checks domains and addresses. */
  readonly probe: Probe;
  /** What tests messages; default: the probe, where requests are answered. */
  readonly tester?: MessageTester;
  /** What reads posted forms, and what searches. */
  readonly threads: { readonly readers: FormReader; readonly searcher: SearchThread };
  /** Is told of every fault as one line, which holds nothing of what was sent; default: standard error. */
  readonly report?: (line: string) => void;
}

/**
 * The whole service as a function of requests, without a socket. It has the index of the search made at once,
 * so that the first search need not wait for it.
 */
export function createApp({
  site,
  origin,
  about,
  probe,
  tester = testingHere(probe),
  threads,
  report = toStandardError,
}: AppOptions): Hono<ClientBindings> {
  const pages = createPages(site.assets, origin);
  const refuse = refuser(site.assets);
  const searcher = new Searcher(threads.searcher);
  void searcher.warm();
  const budget = new ByteBudget(MAX_BODIES_IN_MEMORY, MAX_CLIENT_BODIES);
  const content = new SiteContent(origin);

  const app = new Hono<ClientBindings>();
  app.use(secured);
  app.use(async (context, next) => {
    if (context.req.url.length > MAX_URL_CHARACTERS) return refuse(context, 414);
    return next();
  });
  app.get('/health', health(about));
  app.get('/search', search({ searcher, pages, refuse }));
  app.post('/', decoder({ reader: threads.readers, pages, budget }));
  const desk = new CheckDesk(probe, (id, error) => report(`whybounce: check ${id} failed: ${faultPlace(error)}`));
  app.route(
    '/check',
    checkRoutes({ desk, assets: site.assets, origin, onFault: (error, request) => report(faultLine(error, request)) }),
  );
  app.route('/check/message', messageRoute({ tester, desk, budget, assets: site.assets, origin, report }));
  app.route('/', recordRoutes({ desk, budget, assets: site.assets, origin }));
  app.get('*', servePages({ site, content, pages, refuse }));
  for (const path of ['/', '/check/message', '/write/dkim'])
    app.all(path, (context) => refuse(context, 405, { Allow: 'GET, HEAD, POST' }));
  app.all('*', (context) => refuse(context, 405, { Allow: 'GET, HEAD' }));
  app.onError((error, context) => {
    report(faultLine(error, context.req.raw));
    return refuse(context, 500);
  });
  return app;
}

function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`);
}
