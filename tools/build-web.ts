import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkHubDocument, decoderDocument, ORIGIN, offlineDocument } from '@whybounce/web';
import { redirects, robots, sitemap, sitePages } from '@whybounce/web/site';
import { buildAssets, buildServiceWorker } from './web/assets.ts';

/**
 * Builds what the service serves into `web/dist/www`: scripts and styles named by their content and
 * compressed, every page as HTML, and a list of what is where. It uses the compiled packages, since
 * Node cannot run the pages' own source. The site is made beside the one that is served, and takes its
 * place when it is whole.
 */

const root = join(import.meta.dirname, '..');
const served = join(root, 'web', 'dist', 'www');
const folder = `${served}.new`;
const started = performance.now();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'web', 'static'), folder, { recursive: true });

const { assets, files } = await buildAssets(root, folder);

function writePage(path: string, html: string): void {
  const file = join(folder, path === '/' ? 'index.html' : `${decodeURIComponent(path.slice(1))}.html`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

let pages = 0;
for await (const { path, render } of sitePages(new Date().toISOString().slice(0, 10))) {
  writePage(path, await render(assets));
  pages++;
}
writePage('/', decoderDocument(assets));
writePage('/check', checkHubDocument(assets));
writePage('/offline', offlineDocument(assets));
writeFileSync(join(folder, 'sitemap.xml'), sitemap(ORIGIN));
writeFileSync(join(folder, 'robots.txt'), robots(ORIGIN));
await buildServiceWorker(root, folder, files);
const moved = Object.fromEntries(redirects().map(({ from, to }) => [from, to]));
writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ assets, moved }, null, 2)}\n`);

rmSync(served, { recursive: true, force: true });
renameSync(folder, served);

console.log(`${pages + 3} pages in ${((performance.now() - started) / 1000).toFixed(1)} s`);
