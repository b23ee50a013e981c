import { beforeEach, describe, expect, test, vi } from 'vitest';

/* The service worker as a whole, in a browser of its own: its caches, its network, its events. */

const origin = 'https://bounce.example.com';

class MemoryCache {
  readonly entries = new Map<string, Response>();

  async match(path: string): Promise<Response | undefined> {
    return this.entries.get(path)?.clone();
  }
  async put(path: string, response: Response): Promise<void> {
    this.entries.set(path, response);
  }
  async add(path: string): Promise<void> {
    const response = await fetch(path);
    if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
    await this.put(path, response);
  }
  async addAll(paths: readonly string[]): Promise<void> {
    await Promise.all(paths.map((path) => this.add(path)));
  }
  async delete(path: string): Promise<boolean> {
    return this.entries.delete(path);
  }
  async keys(): Promise<string[]> {
    return [...this.entries.keys()];
  }
}

type Listener = (event: object) => void;

let stores: Map<string, MemoryCache>;
let listeners: Map<string, Listener>;
let asked: string[];
let isOnline: boolean;
/** What the server has; a page names the files of its build. */
let served: Record<string, string>;
let openPages: string[];

function fetchOne(request: string | { readonly url: string }): Promise<Response> {
  const { pathname, search } = new URL(typeof request === 'string' ? request : request.url, origin);
  asked.push(pathname + search);
  if (!isOnline) return Promise.reject(new TypeError('offline'));
  const body = served[pathname];
  const response = new Response(body ?? 'none', {
    status: body === undefined ? 404 : 200,
    headers: { 'Content-Type': pathname.startsWith('/assets/') ? 'text/javascript' : 'text/html' },
  });
  // What `new Response` makes is of the type `default`; a copy has to keep what a network's answer has.
  const basic = (one: Response): Response =>
    Object.defineProperties(one, {
      type: { value: 'basic' },
      clone: { value: () => basic(Response.prototype.clone.call(one)) },
    });
  return Promise.resolve(basic(response));
}

async function start(version: string): Promise<void> {
  listeners = new Map();
  vi.resetModules();
  vi.stubGlobal('VERSION', version);
  vi.stubGlobal('ASSETS', [`/assets/site-${version}.js`, `/assets/worker-${version}.js`]);
  await import('./service-worker.ts');
}

async function happen(type: 'install' | 'activate'): Promise<void> {
  const work: Promise<unknown>[] = [];
  listeners.get(type)?.({ waitUntil: (one: Promise<unknown>) => work.push(one) });
  await Promise.all(work);
}

/** What the service worker answers, as text; null where it leaves the request alone. */
async function get(path: string, mode = 'navigate', method = 'GET'): Promise<string | null> {
  let answer: Promise<Response> | null = null;
  const work: Promise<unknown>[] = [];
  listeners.get('fetch')?.({
    request: { url: new URL(path, origin).href, mode, method },
    respondWith: (one: Promise<Response>) => {
      answer = one;
    },
    waitUntil: (one: Promise<unknown>) => work.push(one),
  });
  const text = answer === null ? null : await (await (answer as Promise<Response>)).text();
  await Promise.all(work);
  return text;
}

const pageOf = (version: string, text: string): string => `<script src="/assets/site-${version}.js"></script>${text}`;
const deploy = (version: string): void => {
  served = {
    '/': pageOf(version, `decoder ${version}`),
    '/offline': pageOf(version, 'offline'),
    '/codes/5.4.1': pageOf(version, `code ${version}`),
    '/search': pageOf(version, 'results'),
    [`/assets/site-${version}.js`]: `site ${version}`,
    [`/assets/worker-${version}.js`]: `worker ${version}`,
  };
};

beforeEach(async () => {
  stores = new Map();
  asked = [];
  isOnline = true;
  openPages = [];
  deploy('1');
  vi.stubGlobal('self', {
    location: { origin },
    clients: { claim: async () => undefined, matchAll: async () => openPages.map((path) => ({ url: origin + path })) },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
  vi.stubGlobal('fetch', fetchOne);
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const store = stores.get(name) ?? new MemoryCache();
      stores.set(name, store);
      return store;
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  });
  await start('1');
});

describe('without a network', () => {
  beforeEach(async () => {
    await happen('install');
    await happen('activate');
    await get('/codes/5.4.1');
    await get('/search?q=secret');
    isOnline = false;
  });

  test('the decoder, its files and visited pages are there', async () => {
    expect(await get('/')).toContain('decoder 1');
    expect(await get('/assets/worker-1.js', 'cors')).toBe('worker 1');
    expect(await get('/codes/5.4.1')).toContain('code 1');
  });

  test('other pages say what still works', async () => {
    expect(await get('/codes/5.7.1')).toContain('offline');
    expect(await get('/search?q=secret')).toContain('offline');
  });

  test('what was looked for is kept nowhere', () =>
    expect([...stores.values()].flatMap(({ entries }) => [...entries.keys()]).join()).not.toContain('search'));
});

test('files that are kept ask nothing of the network', async () => {
  await happen('install');
  asked.length = 0;
  await get('/assets/site-1.js', 'cors');
  expect(asked).toEqual([]);
});

test('what is posted, and what is none of the site, is left alone', async () => {
  expect(await get('/', 'navigate', 'POST')).toBeNull();
  expect(await get('/health', 'cors')).toBeNull();
  expect(await get('https://other.example/', 'navigate')).toBeNull();
});

test('the page of the first visit is kept too', async () => {
  openPages = ['/codes/5.4.1', '/search?q=secret', '/'];
  await happen('install');
  await happen('activate');
  isOnline = false;
  expect(await get('/codes/5.4.1')).toContain('code 1');
});

describe('a new version', () => {
  beforeEach(async () => {
    await happen('install');
    await happen('activate');
  });

  test('leaves the files of the old one until it takes over', async () => {
    deploy('2');
    const old = listeners;
    await start('2');
    await happen('install');
    const fresh = listeners;
    listeners = old;
    expect(await get('/assets/worker-1.js', 'cors')).toBe('worker 1');
    // Its own page comes from the network, and is not kept beside the old one's files.
    expect(await get('/codes/5.4.1')).toContain('code 2');
    expect(stores.get('whybounce-pages-1')?.entries.size ?? 0).toBe(0);
    listeners = fresh;
    await happen('activate');
    expect([...stores.keys()].filter((name) => name.endsWith('-1'))).toEqual([]);
    isOnline = false;
    expect(await get('/')).toContain('decoder 2');
  });

  test('is not installed while the server answers with pages of another', async () => {
    await start('2');
    served['/assets/site-2.js'] = 'site 2';
    served['/assets/worker-2.js'] = 'worker 2';
    await expect(happen('install')).rejects.toThrow('does not belong to this version');
  });

  test('is not installed where one of its files is missing', async () => {
    deploy('2');
    delete served['/assets/worker-2.js'];
    await start('2');
    await expect(happen('install')).rejects.toThrow('/assets/worker-2.js');
  });
});
