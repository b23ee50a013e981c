import { staleClaims } from '../core/src/encyclopedia/stale-claims.ts';

/**
 * Claims whose source was read more than twelve months ago: a note for whoever has time to read it again, no failure.
 *
 *     node tools/stale-claims.ts [--list] [YYYY-MM-DD]     as of today, or of a day
 */

const args = process.argv.slice(2);
const day = args.find((arg) => /^\d{4}-\d\d-\d\d$/.test(arg));
const claims = await staleClaims(day === undefined ? new Date() : new Date(day));
if (args.includes('--list'))
  for (const { page, source } of claims)
    console.log(`${page}: read ${source.read}, ${source.grade}: ${source.name}${source.url ? ` ${source.url}` : ''}`);
const pages = new Set(claims.map(({ page }) => page));
console.log(
  claims.length === 0
    ? 'no claim is older than 12 months'
    : `${claims.length} claims on ${pages.size} pages are older than 12 months: npm run check:stale lists them`,
);
