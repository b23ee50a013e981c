import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Assets } from '@whybounce/web';
import { build, type Metafile, type OutputFile } from 'esbuild';
import { browserOptions } from './browser-options.ts';
import { pageTables } from './page-bundle/page-tables.ts';

/** Sheets in the order in which they stand in the one that pages load. */
const sheets = [
  'tokens',
  'base',
  'shell',
  'message',
  'search',
  'decoder',
  'encyclopedia',
  'check',
  'record',
  'record-tree',
];

/**
 * Builds scripts and the style sheet into `assets/`, each beside its compressed forms.
 *
 * @returns their paths on the site: by what they are for, and all of them
 */
export async function buildAssets(root: string, site: string): Promise<{ assets: Assets; files: string[] }> {
  const source = join(root, 'web', 'src');
  const folder = join(site, 'assets');
  mkdirSync(folder, { recursive: true });
  const pages = await build({
    ...browserOptions,
    entryPoints: ['site.ts', 'decoder.tsx', 'check.tsx'].map((name) => join(source, 'browser', name)),
    splitting: true,
    metafile: true,
  });
  expectNoKnowledge(pages.metafile);
  const worker = await build({
    ...browserOptions,
    entryPoints: [join(source, 'browser', 'engine-worker.ts')],
    plugins: [pageTables()],
  });
  const css = sheets.map((name) => readFileSync(join(source, 'style', `${name}.css`), 'utf8')).join('\n');
  const style = await build({ ...browserOptions, stdin: { contents: css, loader: 'css' } });
  const named = (files: readonly OutputFile[]): string[] =>
    files.map((file) => write(folder, basename(file.path), file.contents));
  const files = [...named(pages.outputFiles), ...named(worker.outputFiles)];
  const sheet = style.outputFiles[0]?.contents ?? new Uint8Array();
  const stylePath = write(folder, `style-${digest(sheet)}.css`, sheet);
  const find = (name: string): string => files.find((file) => file.startsWith(`/assets/${name}-`)) ?? fail(name);
  return {
    assets: {
      style: stylePath,
      site: find('site'),
      decoder: find('decoder'),
      check: find('check'),
      worker: find('engine-worker'),
    },
    files: [stylePath, ...files],
  };
}

/** Beside the files of the build the service worker keeps these, so that a change of one of them is a new version too. */
const keptBeside = ['index.html', 'offline.html', 'icon.svg', 'site.webmanifest'];

/** Builds the service worker, which knows the files of this very build; the pages must have been written before. */
export async function buildServiceWorker(root: string, site: string, files: readonly string[]): Promise<void> {
  const { outputFiles } = await build({
    ...browserOptions,
    format: 'iife',
    entryPoints: [join(root, 'web', 'src', 'browser', 'service-worker.ts')],
    define: { ASSETS: JSON.stringify(files), VERSION: JSON.stringify(versionOf(site, files)) },
  });
  writeFileSync(join(site, 'service-worker.js'), outputFiles[0]?.contents ?? fail('service-worker'));
}

/**
 * The knowledge comes with the engine, in the worker. A page's own script that holds it too would be loaded, and kept by
 * the service worker, twice: an import of one constant too many suffices for that.
 */
function expectNoKnowledge({ outputs }: Metafile): void {
  for (const { inputs, entryPoint } of Object.values(outputs)) {
    const own = Object.keys(inputs).find((input) => /(?:^|\/)knowledge\/src\/generated\//.test(input));
    if (own !== undefined)
      throw new Error(`A script of the pages (${entryPoint ?? 'a shared part'}) holds ${own}: only the worker may.`);
  }
}

function versionOf(site: string, files: readonly string[]): string {
  return digest(
    Buffer.concat([Buffer.from(files.join(' ')), ...keptBeside.map((name) => readFileSync(join(site, name)))]),
  );
}

function write(folder: string, name: string, contents: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, contents);
  writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
  };
  writeFileSync(`${file}.br`, brotliCompressSync(contents, { params }));
  return `/assets/${name}`;
}

function digest(contents: Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex').slice(0, 10);
}

function fail(name: string): never {
  throw new Error(`The build made no ${name}.`);
}
