import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What stands in the pages for the site's own address. */
const ORIGIN = 'https://origin.invalid';

const page = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="${ORIGIN}/x"></head><body>${`<p>${title}</p>`.repeat(200)}</body></html>`;

/** The script of the small site, as it is before it is packed. */
export const script = 'export const answer = 42;\n'.repeat(100);

const files: Readonly<Record<string, string | Buffer>> = {
  'manifest.json': JSON.stringify({
    assets: {
      style: '/assets/style-1a2b.css',
      site: '/assets/site-1a2b.js',
      decoder: '/assets/decoder-1a2b.js',
      check: '/assets/check-1.js',
      worker: '/assets/worker-1a2b.js',
    },
    moved: { '/providers/google-mail': '/providers/gmail' },
  }),
  'index.html': page('Decoder'),
  'offline.html': page('Offline'),
  'codes.html': page('Codes'),
  'codes/5.4.1.html': page('Code 5.4.1'),
  'codes/X.4.1.html': page('Code X.4.1'),
  'providers/gmail.html': page('Gmail'),
  'providers/gmail/no-such-user.html': page('No such user'),
  'assets/site-1a2b.js': script,
  'assets/site-1a2b.js.br': brotliCompressSync(script),
  'assets/site-1a2b.js.gz': gzipSync(script),
  'assets/style-1a2b.css': 'body { margin: 0 }\n',
  'service-worker.js': 'self.addEventListener("install", () => {});\n',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'card.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  'site.webmanifest': JSON.stringify({ name: 'Whybounce', start_url: `${ORIGIN}/` }),
  'sitemap.xml': `<urlset><url><loc>${ORIGIN}/codes</loc></url></urlset>`,
  'robots.txt': `Sitemap: ${ORIGIN}/sitemap.xml\n`,
  // what may lie about in a folder, and must not be served
  '.env': 'SECRET=1',
  'assets/.htpasswd': 'jo:secret',
  'notes.md': 'private',
  'codes/5.4.1.html~': 'an editor’s copy',
};

/** A site of few pages in a folder of its own, and how to remove it. */
export function makeSmallSite(): { readonly folder: string; readonly outside: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'whybounce-site-'));
  const folder = join(root, 'site');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const outside = join(root, 'secret.html');
  writeFileSync(outside, 'a file outside of the site');
  return { folder, outside, remove: () => rmSync(root, { recursive: true }) };
}
