import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSmallSite } from '../../../test/server/small-site.ts';
import { openSite } from './site.ts';

const sites: ReturnType<typeof makeSmallSite>[] = [];
const make = (): string => {
  const site = makeSmallSite();
  sites.push(site);
  return site.folder;
};
afterEach(() => {
  for (const site of sites.splice(0)) site.remove();
});

describe('openSite', () => {
  it('knows every page and file, and nothing that lies about', async () => {
    const { files, moved, assets } = await openSite(make());
    expect([...files.keys()].sort()).toEqual([
      '/',
      '/assets/site-1a2b.js',
      '/assets/style-1a2b.css',
      '/card.png',
      '/codes',
      '/codes/5.4.1',
      '/codes/X.4.1',
      '/icon.svg',
      '/offline',
      '/providers/gmail',
      '/providers/gmail/no-such-user',
      '/robots.txt',
      '/service-worker.js',
      '/site.webmanifest',
      '/sitemap.xml',
    ]);
    expect(files.get('/assets/site-1a2b.js')).toMatchObject({ isHashed: true, packed: ['br', 'gzip'] });
    expect(files.get('/codes')).toMatchObject({ isHashed: false, packed: [] });
    expect(moved.get('/providers/google-mail')).toBe('/providers/gmail');
    expect(assets.style).toBe('/assets/style-1a2b.css');
  });

  it('says what to run where the pages are not built', async () => {
    const folder = make();
    rmSync(join(folder, 'manifest.json'));
    await expect(openSite(folder)).rejects.toMatchObject({
      code: 'site-missing',
      message: expect.stringContaining('"npm run build"'),
    });
    await expect(openSite(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'site-missing' });
  });

  it.each(['{', 'null', '{}', '{"moved":{}}', '[]'])('says the same of the manifest %j', async (manifest) => {
    const folder = make();
    writeFileSync(join(folder, 'manifest.json'), manifest);
    await expect(openSite(folder)).rejects.toMatchObject({
      code: 'site-missing',
      message: expect.stringContaining('"npm run build"'),
    });
  });
});
