import { existsSync } from 'node:fs';

/** A Chromium on this machine, or the reason why there is none. */
export type Chromium =
  | { readonly path: string; readonly missing: null }
  | { readonly path: ''; readonly missing: string };

/** Where distributions put it. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Finds the browser in which the pages are tried: WHYBOUNCE_CHROMIUM names one, else where distributions put it. */
export function findChromium(): Chromium {
  const named = process.env['WHYBOUNCE_CHROMIUM'] ?? '';
  if (named !== '')
    return existsSync(named)
      ? { path: named, missing: null }
      : { path: '', missing: `skipped: WHYBOUNCE_CHROMIUM names ${named}, and there is no such file` };
  const path = places.find(existsSync);
  return path === undefined
    ? {
        path: '',
        missing: `skipped: no Chromium at ${places.join(', ')}; install one (Debian: apt-get install chromium) or name one in WHYBOUNCE_CHROMIUM`,
      }
    : { path, missing: null };
}
