import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Service, serve } from '@whybounce/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallSite, script } from './small-site.ts';

const site = makeSmallSite();
let service: Service;
let at: (path: string, init?: RequestInit) => Promise<Response>;
beforeAll(async () => {
  service = await serve({ version: '1.2.3', port: 0, site: site.folder });
  at = (path, init) => fetch(new URL(path, service.address), { redirect: 'manual', ...init });
});
afterAll(async () => {
  await service.stop();
  site.remove();
});

describe('pages', () => {
  it.each([
    ['/', 'Decoder'],
    ['/codes', 'Codes'],
    ['/codes/5.4.1', 'Code 5.4.1'],
    ['/codes/5%2E4.1', 'Code 5.4.1'],
    ['/providers/gmail/no-such-user', 'No such user'],
    ['/offline', 'Offline'],
    ['/?utm_source=x', 'Decoder'],
  ])('%s', async (path, title) => {
    const response = await at(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain(`<title>${title}</title>`);
  });

  it('hold the address that is served, and never the one that a request names', async () => {
    const response = await at('/codes', { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } });
    const html = await response.text();
    expect(html).toContain(`href="${service.address}x"`);
    expect(html).not.toMatch(/evil\.example|origin\.invalid/);
    for (const path of ['/sitemap.xml', '/robots.txt', '/site.webmanifest']) {
      expect(await (await at(path)).text()).toContain(service.address);
    }
  });

  it('are not sent again to whoever has them', async () => {
    const first = await at('/codes/5.4.1', { headers: { 'Accept-Encoding': 'br' } });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^".+-br"$/);
    const again = await at('/codes/5.4.1', { headers: { 'Accept-Encoding': 'br', 'If-None-Match': `"x", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('vary')).toBe('Accept-Encoding');
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
    const other = await at('/codes/5.4.1', { headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': etag } });
    expect(other.status).toBe(200);
  });

  it.each([
    ['/codes/', '/codes'],
    ['/codes/5.4.1/?a=1', '/codes/5.4.1?a=1'],
    ['/codes/x.4.1', '/codes/X.4.1'],
    ['/CODES', '/codes'],
    ['/codes/5.4.1.html', '/codes/5.4.1'],
    ['/providers/google-mail', '/providers/gmail'],
    ['/providers/Gmail', '/providers/gmail'],
    ['/providers/google-workspace', '/providers/gmail'],
  ])('%s stands at %s', async (path, there) => {
    const response = await at(path);
    expect([response.status, response.headers.get('location')]).toEqual([308, there]);
  });

  it('are made for codes that no list has', async () => {
    const response = await at('/codes/5.9.98');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('5.9.98');
  });

  it('answer HEAD as GET without the body', async () => {
    const get = await at('/codes');
    const head = await at('/codes', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['content-length', 'content-type', 'etag', 'cache-control', 'vary'])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
  });

  it('say what comes near where there is none', async () => {
    const response = await at('/providers/gmial');
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('href="/providers/gmail"');
    expect(html).toContain('action="/search"');
  });

  it('show a wrong path as text', async () => {
    const html = await (await at('/%3Cscript%3Ealert(1)%3C/script%3E"onload=x')).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert(1)');
  });
});

describe('files', () => {
  it('that are named by their content are kept for ever', async () => {
    const response = await at('/assets/site-1a2b.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(script);
  });

  // fetch unpacks what it gets, so what came is told by the header and by its length
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip;q=0.5, br;q=0.2', 'gzip', gunzipSync],
    ['identity', null, null],
    ['br;q=0, gzip;q=0', null, null],
  ] as const)('are sent as Accept-Encoding: %s asks', async (accept, encoding, unpack) => {
    for (const path of ['/assets/site-1a2b.js', '/assets/style-1a2b.css', '/codes']) {
      const response = await at(path, { headers: { 'Accept-Encoding': accept } });
      expect([path, response.headers.get('content-encoding')]).toEqual([path, encoding]);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      const text = await response.text();
      if (unpack !== null && path !== '/assets/style-1a2b.css')
        expect(Number(response.headers.get('content-length'))).toBeLessThan(text.length);
      if (path === '/assets/site-1a2b.js') expect(text).toBe(script);
    }
  });

  it('that are packed already are sent as they are', async () => {
    const response = await at('/card.png', { headers: { 'Accept-Encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  });

  it.each([
    '/.env',
    '/assets/.htpasswd',
    '/notes.md',
    '/manifest.json',
    '/assets/site-1a2b.js.br',
    '/codes/5.4.1.html~',
  ])('%s is not served', async (path) => {
    const response = await at(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/SECRET|secret|private/);
  });
});
