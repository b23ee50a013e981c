import { sitePaths } from './site-pages.ts';

/** Characters that XML gives a meaning. */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&apos;',
  '"': '&quot;',
};

/**
 * All pages for search engines (sitemaps.org, protocol 0.9: at most 50,000 in one file).
 *
 * @param origin `https://bounce.example.net`, without a slash at its end
 */
export function sitemap(origin: string): string {
  const urls = ['/', '/check', ...sitePaths()].map((path) => `<url><loc>${escapeXml(origin + path)}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>'"]/g, (sign) => escapes[sign] ?? sign);
}
