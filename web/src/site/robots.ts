/**
 * What robots may read (RFC 9309): all pages. Answers to searches are without number and lead to nothing
 * that the sitemap does not have.
 *
 * @param origin `https://bounce.example.net`, without a slash at its end
 */
export function robots(origin: string): string {
  return ['User-agent: *', 'Disallow: /search?', '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
}
