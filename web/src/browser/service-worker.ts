import { networkFirst } from './offline/network-first.ts';
import { isOfBuild } from './offline/own-files.ts';
import { keepPage, mayKeep } from './offline/page-cache.ts';
import { routeOf } from './offline/route.ts';
import type { FetchEvent, ServiceWorkerScope } from './offline/scope.ts';

/*
 * Keeps the decoder, its files and the pages that were visited, so that all of them work without a
 * network. It sees requests alone: what is pasted makes none.
 *
 * A new version waits until every page of the old one is closed (no skipWaiting): an open page may yet
 * need a file that only the old version has, such as the engine.
 */

/** Paths of all files of the build, and what tells it from others: put in by the build. */
declare const ASSETS: readonly string[];
declare const VERSION: string;
declare const self: ServiceWorkerScope;

const DECODER = '/';
const OFFLINE = '/offline';
/** Kept where they are there; the site works without them. */
const trimmings = ['/icon.svg', '/site.webmanifest'];

const PREFIX = 'whybounce-';
const BUILD = `${PREFIX}build-${VERSION}`;
const PAGES = `${PREFIX}pages-${VERSION}`;

const kept: ReadonlySet<string> = new Set([...ASSETS, ...trimmings]);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (routeOf(request, self.location.origin, kept)) {
    case 'file':
      return event.respondWith(file(request));
    case 'decoder':
      return event.respondWith(orOffline(networkFirst(fetch(request), () => keptIn(BUILD, DECODER))));
    case 'page':
      return event.respondWith(orOffline(page(event)));
    case 'passing-page':
      return event.respondWith(orOffline(fetch(request)));
    case 'pass':
      return undefined;
  }
});

async function install(): Promise<void> {
  const cache = await caches.open(BUILD);
  await Promise.all([
    cache.addAll(ASSETS),
    ...[DECODER, OFFLINE].map(async (path) => {
      const response = await fetch(path, { cache: 'no-cache' });
      if (!response.ok || !isOfBuild(await response.clone().text(), kept)) {
        // Not installed: the browser tries again at a later visit.
        throw new Error(`${path} does not belong to this version.`);
      }
      await cache.put(path, response);
    }),
    ...trimmings.map((path) => cache.add(path).catch(() => undefined)),
  ]);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== BUILD && name !== PAGES);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page of the first visit is taken over too, so that it stays usable when the network goes.
  await self.clients.claim();
  const open = (await self.clients.matchAll()).map(({ url }) => url);
  await Promise.all(open.map((url) => keepOpenPage(url).catch(() => undefined)));
}

/** Keeps a page that was opened before there was a service worker, as if it were opened now. */
async function keepOpenPage(url: string): Promise<void> {
  if (routeOf({ method: 'GET', mode: 'navigate', url }, self.location.origin, kept) !== 'page') return;
  const { pathname } = new URL(url);
  await keep(pathname, await fetch(pathname));
}

/** A file that its name ties to its content needs no network once it is kept. Those of another build are not kept. */
async function file(request: Request): Promise<Response> {
  return (await keptIn(BUILD, new URL(request.url).pathname)) ?? fetch(request);
}

/** A page: the visited are kept, by their path. */
async function page(event: FetchEvent): Promise<Response> {
  const { pathname } = new URL(event.request.url);
  const network = fetch(event.request);
  event.waitUntil(network.then((response) => keep(pathname, response)).catch(() => undefined));
  return networkFirst(network, () => keptIn(PAGES, pathname));
}

async function keep(pathname: string, response: Response): Promise<void> {
  if (!mayKeep(response)) return;
  // Whoever asked reads the response itself: both copies are taken before anything waits.
  const [read, put] = [response.clone(), response.clone()];
  // A page of a newer build names files that are not kept: it would come without its style.
  if (isOfBuild(await read.text(), kept)) await keepPage(await caches.open(PAGES), pathname, put);
}

async function orOffline(answer: Promise<Response>): Promise<Response> {
  try {
    return await answer;
  } catch {
    return (await keptIn(BUILD, OFFLINE)) ?? Response.error();
  }
}

async function keptIn(name: string, path: string): Promise<Response | undefined> {
  return (await caches.open(name)).match(path);
}
