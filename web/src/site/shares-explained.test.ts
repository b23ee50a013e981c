import { expect, test } from 'vitest';
import { sitePages } from './site-pages.ts';

const assets = { style: '/a.css', site: '/s.js', decoder: '/d.js', check: '/assets/check-1.js', worker: '/w.js' };

test.each(['/codes/5.7.1', '/reasons/recipient.unknown', '/providers/gmail/no-such-user'])(
  '%s says of what its shares are shares',
  async (path) => {
    for await (const page of sitePages('2026-11-28')) {
      if (page.path !== path) continue;
      const html = await page.render(assets);
      expect(html).toContain('how many of 100 such refusals have that cause');
      if (path.startsWith('/codes/')) expect(html).toContain('Of 100 refusals with this code');
      return;
    }
    throw new Error(`No page ${path}.`);
  },
);

test('no page of a provider promises a list from which he removes', async () => {
  for await (const page of sitePages('2026-11-28')) {
    if (page.path !== '/providers/gmail') continue;
    const html = await page.render(assets);
    expect(html).toContain('Ask for the block to be lifted');
    expect(html).not.toContain('removal from its list');
    return;
  }
  throw new Error('No page of Gmail.');
});
