import { expect, test } from 'vitest';
import { redirects } from './redirects.ts';
import { resolvePath } from './resolve-path.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';

const today = '2026-11-28';
const assets = { style: '/a.css', site: '/s.js', decoder: '/d.js', check: '/assets/check-1.js', worker: '/w.js' };

test.each([
  ['/codes/x.4.1', '/codes/X.4.1'],
  ['/codes/5.07.01', '/codes/5.7.1'],
  ['/codes/', '/codes'],
  ['/codes/5-7-26', '/codes/5.7.26'],
  ['/codes/5726', '/codes/5.7.26'],
  ['/code/5.7.26', '/codes/5.7.26'],
  ['/code', '/codes'],
  ['/provider', '/providers'],
  ['/provider/', '/providers'],
  ['/provider/gmail', '/providers/gmail'],
  ['/cause/address-does-not-exist', '/causes/address-does-not-exist'],
  ['/providers/m365', '/providers/microsoft-365'],
  ['/providers/m365/recipient-access-denied', '/providers/microsoft-365/recipient-access-denied'],
])('%s stands at %s', async (path, to) => expect(await resolvePath(path, today)).toEqual({ kind: 'moved', to }));

test('a code that no list has is written when it is asked for', async () => {
  const found = await resolvePath('/codes/5.9.321', today);
  if (found.kind !== 'page') throw new Error(`"${found.kind}" instead of a page`);
  expect(found.page.path).toBe('/codes/5.9.321');
  expect(await found.page.render(assets)).toContain('No standard says what 5.9.321 means.');
});

test.each([
  ['/providers/gmial', '/providers/gmail'],
  ['/providers/gmail/no-such-usr', '/providers/gmail/no-such-user'],
  ['/causes/adress-does-not-exist', '/causes/address-does-not-exist'],
  ['/reasons/recipient.unknwn', '/reasons/recipient.unknown'],
  ['/compare/access-denied-verdict', '/compare/access-denied-verdicts'],
  ['/gmail', '/providers/gmail'],
])('%s leads nowhere, and %s comes near', async (path, near) => {
  const found = await resolvePath(path, today);
  expect(found.kind === 'none' ? found.suggestions.map(({ href }) => href) : found).toContain(near);
});

test.each([
  '/%ff',
  `/${'a/'.repeat(10_000)}`,
  '//example.com/',
  '/codes/__proto__',
  '/providers/%00',
  '/causes/%2e%2e%2f',
  '/code//example.com/',
  '/provider/%2f%2fexample.com',
  '/constructor',
])('"%.30s" is no page and no way out of the site', async (path) => {
  const found = await resolvePath(path, today);
  if (found.kind === 'moved') expect(found.to).toMatch(/^\/(?!\/)/);
  else expect(found.kind).toBe('none');
});

test('a page that moved more than once leads to where it is now', () => {
  const moved = { 'old-name': 'newer-name', 'newer-name': 'gmail', 'code/5.1': 'code/5.1.1' };
  expect(redirects(moved)).toEqual([
    { from: '/providers/old-name', to: '/providers/gmail' },
    { from: '/providers/newer-name', to: '/providers/gmail' },
    { from: '/codes/5.1', to: '/codes/5.1.1' },
  ]);
});

test('moves in a circle end', () => expect(redirects({ a: 'b', b: 'a' })).toHaveLength(2));

test('the sitemap has every page at the origin, the robots file leads to it', () => {
  const xml = sitemap('https://bounce.example.net');
  expect(xml).toContain('<url><loc>https://bounce.example.net/codes/5.4.1</loc></url>');
  expect(xml).toContain('<url><loc>https://bounce.example.net/</loc></url>');
  expect(xml.match(/<url>/g)?.length).toBeGreaterThan(3_000);
  expect(xml.match(/<url>/g)?.length).toBeLessThan(50_000);
  expect(robots('https://bounce.example.net')).toContain('Sitemap: https://bounce.example.net/sitemap.xml');
});
