import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack } from '../../server/src/site/pack.ts';
import { median, say, thousands } from '../row.ts';

const root = join(import.meta.dirname, '..', '..');
const site = join(root, 'web', 'dist', 'www');

/** Bytes of a file of the build in its compressed forms, which lie beside it. */
function packedSizes(path: string): { readonly br: number; readonly gz: number } {
  const file = join(site, path);
  return { br: statSync(`${file}.br`).size, gz: statSync(`${file}.gz`).size };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Files that a script imports, itself among them. */
function withImports(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name = ''] of readFileSync(join(site, path), 'utf8').matchAll(/["']\.\/([\w.-]+\.js)["']/g))
    withImports(`/assets/${name}`, found);
  return found;
}

/** What stands in the built site: scripts, style, pages; and how long the pages take to make. */
export async function weighSite(): Promise<void> {
  const { assets } = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as {
    readonly assets: Readonly<Record<'style' | 'site' | 'decoder' | 'check' | 'worker', string>>;
  };
  const scripts = [assets.site, assets.decoder, assets.worker].reduce(
    (all, path) => withImports(path, all),
    new Set<string>(),
  );
  const sum = (paths: Iterable<string>, form: 'br' | 'gz'): number =>
    [...paths].reduce((bytes, path) => bytes + packedSizes(path)[form], 0);
  const engine = withImports(assets.worker);
  say({
    name: `all script of the decoder, ${scripts.size} files with the engine and all knowledge`,
    figure: `${kilobytes(sum(scripts, 'br'))} brotli, ${kilobytes(sum(scripts, 'gz'))} gzip (the engine ${kilobytes(sum(engine, 'br'))} brotli)`,
    target: '250 kB',
  });
  const style = packedSizes(assets.style);
  say({
    name: 'style sheet of all pages',
    figure: `${kilobytes(style.br)} brotli, ${kilobytes(style.gz)} gzip`,
    target: '–',
  });

  const pages = globSync('**/*.html', { cwd: site }).filter((path) => !/^(?:index|offline)\.html$/.test(path));
  const weights: { readonly path: string; readonly bytes: number }[] = [];
  for (const path of pages) {
    const html = await pack(readFileSync(join(site, path)), 'br');
    weights.push({ path: `/${path.replace(/\.html$/, '')}`, bytes: html.byteLength + style.br });
  }
  const largest = weights.reduce((most, one) => (one.bytes > most.bytes ? one : most));
  say({
    name: `page of the encyclopedia: HTML and style, brotli as the service packs it, ${thousands(pages.length)} pages`,
    figure: `${kilobytes(median(weights.map(({ bytes }) => bytes)))} median, ${kilobytes(largest.bytes)} largest (${largest.path})`,
    target: '–',
  });

  // Compiled, since Node cannot run the pages' own source.
  const { sitePages } = (await import(
    pathToFileURL(join(root, 'web', 'dist', 'site', 'index.js')).href
  )) as typeof import('../../web/src/site/index.ts');
  const started = performance.now();
  let made = 0;
  for await (const { render } of sitePages(new Date().toISOString().slice(0, 10))) {
    await render(assets);
    made++;
  }
  const seconds = (performance.now() - started) / 1000;
  say({
    name: `${thousands(made)} pages of the encyclopedia made as HTML`,
    figure: `${seconds.toFixed(1)} s, ${((1000 * seconds) / made).toFixed(2)} ms a page`,
    target: '–',
  });
}
