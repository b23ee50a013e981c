import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Assets } from '@whybounce/web';
import { ServeError } from '../serve-error.ts';
import { contentType } from './content-type.ts';
import type { Encoding } from './encoding.ts';

/** A file of the site. */
export interface SiteFile {
  /** Its path on the site, such as `/codes/5.4.1` or `/assets/site-1a2b3c4d.js`. */
  readonly path: string;
  /** Where it stands on the disk. */
  readonly file: string;
  readonly type: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  readonly isHashed: boolean;
  /** The encodings that the build has packed beside it. */
  readonly packed: readonly Encoding[];
}

/**
 * The built pages. All paths are known before the first request: a request is looked up here and never
 * becomes a path on the disk, so none can lead out of the folder.
 */
export interface Site {
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Paths in lower case → paths as they are. */
  readonly folded: ReadonlyMap<string, string>;
  /** Former paths → where the page stands now, however often it was moved. */
  readonly moved: ReadonlyMap<string, string>;
  readonly assets: Assets;
}

const suffixes: Readonly<Record<string, Encoding>> = { '.br': 'br', '.gz': 'gzip' };

/** Names of what the build makes; all else in the folder (editors' copies, dot files) is not served. */
const servedName = /^[A-Za-z0-9_~][A-Za-z0-9._~@+-]*$/;

/**
 * Reads which files a built site has.
 *
 * @param folder as the build wrote it, with `manifest.json`
 * @throws ServeError `site-missing` where it is not built
 */
export async function openSite(folder: string): Promise<Site> {
  const manifest = await readManifest(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((name) => name.split('/').every((part) => servedName.test(part))),
  );
  names.delete('manifest.json');
  const files = new Map<string, SiteFile>();
  for (const name of names) {
    const suffix = name.slice(-3);
    if (Object.hasOwn(suffixes, suffix) && names.has(name.slice(0, -3))) continue;
    const type = contentType(name);
    if (type === null) continue;
    const path = pathOf(name);
    files.set(path, {
      path,
      file: join(folder, ...name.split('/')),
      type,
      isHashed: name.startsWith('assets/'),
      packed: Object.entries(suffixes).flatMap(([end, encoding]) => (names.has(name + end) ? [encoding] : [])),
    });
  }
  return {
    files,
    folded: new Map([...files.keys()].map((path) => [path.toLowerCase(), path])),
    moved: new Map(Object.entries(manifest.moved)),
    assets: manifest.assets,
  };
}

/** `codes/5.4.1.html` is the page `/codes/5.4.1`, `index.html` the page `/`. */
function pathOf(name: string): string {
  if (name === 'index.html') return '/';
  return `/${name.endsWith('.html') ? name.slice(0, -'.html'.length) : name}`;
}

interface Manifest {
  readonly assets: Assets;
  readonly moved: Readonly<Record<string, string>>;
}

async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, 'manifest.json');
  const advice = 'In a checkout run "npm run build", then the command again.';
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new ServeError('site-missing', `The pages are not built: ${file} cannot be read. ${advice}`, { cause });
  }
  const { assets, moved = {} } = manifest ?? {};
  if (assets === undefined)
    throw new ServeError('site-missing', `The pages are not built: ${file} names no assets. ${advice}`);
  return { assets, moved };
}
