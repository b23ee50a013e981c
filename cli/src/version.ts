import { readFileSync } from 'node:fs';

/** This package's version. The file stands two levels above both the source and the bundle. */
export const version: string = readVersion();

function readVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name: string;
        version: string;
      };
      if (name === 'whybounce') return version;
    } catch {
      // not at this level
    }
  }
  return 'unknown';
}
