import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file that declares one check: `probe/src/check/spf/lookups.ts` declares `spf.lookups`. */
export interface CheckFile {
  /** Below `probe/src/check`: `spf/lookups.ts` */
  readonly path: string;
  readonly id: string;
}

const folder = join(import.meta.dirname, '..', 'probe', 'src', 'check');

/** The file of every check, sorted by id. A folder is an area's prefix; files beside the folders are no checks. */
export function checkFiles(): CheckFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: area }) =>
      readdirSync(join(folder, area))
        .filter((name) => name.endsWith('.ts') && !/(?:\.test|-fixture)\.ts$/.test(name))
        .map((name) => ({ path: `${area}/${name}`, id: `${area}.${name.slice(0, -3).replaceAll('-', '_')}` })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
