import { type Service, serve } from '@whybounce/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest, statusOf } from './raw-request.ts';
import { makeSmallSite } from './small-site.ts';

const site = makeSmallSite();
let service: Service;
beforeAll(async () => {
  service = await serve({ version: '1.2.3', port: 0, site: site.folder });
});
afterAll(async () => {
  await service.stop();
  site.remove();
});

/** A request as bytes: what no client would send. */
const get = (target: string, headers = '', method = 'GET'): Promise<string> =>
  rawRequest(service.port, `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);

/** Headers that every answer must have, however early it was refused. */
const everywhere = [
  "content-security-policy: default-src 'none'; script-src 'self'",
  'x-content-type-options: nosniff',
  'x-frame-options: deny',
  'referrer-policy: no-referrer',
  'cross-origin-opener-policy: same-origin',
  'cross-origin-resource-policy: same-origin',
  'permissions-policy: clipboard-write=(self), ',
];

describe('no path leads out of the site', () => {
  const ways = [
    '/../secret.html',
    '/../../../../../../etc/passwd',
    '/codes/../../secret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..%2fsecret.html',
    '/..%2Fsecret',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/%252e%252e%252fsecret.html',
    '/codes/..%252f..%252fsecret.html',
    '/%c0%ae%c0%ae/secret.html',
    '/%e0%80%ae%e0%80%ae/secret.html',
    '/..%00/secret.html',
    '/codes%00.html',
    '/codes/5.4.1%00',
    '/....//secret.html',
    '//secret.html',
    '/./../secret',
    '/assets/../../secret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '/codes/5.4.1;/../../secret.html',
    'file:///etc/passwd',
    '/%7e/../secret.html',
    '/.git/config',
    '/.env',
    '/C:/Windows/win.ini',
    '/\\\\evil.example\\share',
  ];
  it.each(ways)('%s', async (way) => {
    const answer = await get(way);
    expect([400, 404, 308]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/outside of the site|root:|SECRET/);
    expect(answer).not.toMatch(/^location: (?:\/\/|\/\\|http)/im);
  });

  it('not even through a link in the folder', async () => {
    const { symlinkSync } = await import('node:fs');
    symlinkSync(site.outside, `${site.folder}/linked.html`);
    const other = await serve({ version: '1.2.3', port: 0, site: site.folder });
    try {
      const answer = await rawRequest(other.port, 'GET /linked HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      expect(statusOf(answer)).toBe(404);
    } finally {
      await other.stop();
    }
  });
});

describe('nobody is sent to another site', () => {
  it.each([
    '//evil.example',
    '//evil.example/',
    '//evil.example/codes/',
    '/\\evil.example/',
    '/%2f/evil.example/',
    '//evil.example/%2e%2e',
    'http://evil.example/codes/',
  ])('%s', async (target) => {
    const location = /^location: (.*)$/im.exec(await get(target))?.[1]?.trim();
    if (location !== undefined) expect(new URL(location, service.address).origin).toBe(new URL(service.address).origin);
  });

  it('and no header is slipped in', async () => {
    const answer = await get('/codes/%0d%0aSet-Cookie:%20a=b/');
    expect(statusOf(answer)).toBe(400);
    expect(answer).not.toMatch(/^set-cookie/im);
    const query = await get('/codes/?%0d%0aSet-Cookie:%20a=b');
    expect(query).not.toMatch(/^set-cookie/im);
  });
});

describe('requests that are refused', () => {
  it.each([
    ['a long address', `/${'a'.repeat(5_000)}`, '', 414],
    ['a long query', `/search?q=${'a'.repeat(5_000)}`, '', 414],
    ['an address beyond all headers', `/${'a'.repeat(20_000)}`, '', 431],
    ['long headers', '/', `X-Long: ${'a'.repeat(20_000)}\r\n`, 431],
    ['an encoded slash', '/a%2fb', '', 400],
    ['broken UTF-8', '/%ff', '', 400],
    ['a backslash', '/a\\b', '', 400],
    ['two lengths', '/', 'Content-Length: 1\r\nContent-Length: 2\r\n', 400],
    ['a length and chunks', '/', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n', 400],
  ])('%s', async (_, target, headers, status) => {
    const answer = await get(target, headers);
    expect(statusOf(answer)).toBe(status);
    for (const header of everywhere) expect(answer.toLowerCase()).toContain(header);
  });

  it.each([
    ['what is no HTTP', 'hello\r\n\r\n'],
    ['TLS on the wrong port', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00])],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a request without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    expect(statusOf(await rawRequest(service.port, bytes))).toBe(400);
  });

  it.each([
    ['PUT', '/', 'GET, HEAD, POST'],
    ['DELETE', '/codes', 'GET, HEAD'],
    ['POST', '/codes', 'GET, HEAD'],
    ['PATCH', '/health', 'GET, HEAD'],
    ['OPTIONS', '/search', 'GET, HEAD'],
    ['TRACE', '/', 'GET, HEAD, POST'],
    ['PROPFIND', '/nothing-here', 'GET, HEAD'],
  ])('%s %s', async (method, path, allow) => {
    const answer = await get(path, '', method);
    expect(statusOf(answer)).toBe(405);
    expect(answer.toLowerCase()).toContain(`\r\nallow: ${allow.toLowerCase()}\r\n`);
  });
});

describe('every answer', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/health'],
    ['GET', '/search'],
    ['GET', '/nothing-here'],
    ['GET', '/codes/'],
    ['GET', '/assets/site-1a2b.js'],
    ['GET', '/icon.svg'],
    ['HEAD', '/codes'],
    ['PUT', '/'],
    ['POST', '/'],
  ])('%s %s keeps the browser from doing harm, and does not say what serves it', async (method, path) => {
    const answer = (await get(path, '', method)).toLowerCase();
    for (const header of everywhere) expect(answer).toContain(header);
    expect(answer).toContain("connect-src 'none'");
    expect(answer).toContain("require-trusted-types-for 'script'; trusted-types whybounce");
    expect(answer).not.toMatch(/^(?:server|x-powered-by|set-cookie|access-control-\w+):/m);
  });

  it('lets nothing be shown but files of the site', async () => {
    const policy = /^content-security-policy: (.*)$/im.exec(await get('/'))?.[1] ?? '';
    expect(policy).toContain("img-src 'self';");
    // no source that anybody could fill, such as data:, blob: or a host
    for (const directive of policy.split('; ').filter((part) => !part.startsWith('trusted-types ')))
      expect(directive.trim()).toMatch(/^[a-z-]+ '(?:self|none|script)'$/);
  });

  it('lets only the service worker fetch', async () => {
    const answer = await get('/service-worker.js');
    expect(answer).toContain("connect-src 'self'");
    expect(answer.toLowerCase()).toContain('cache-control: no-cache');
  });
});
