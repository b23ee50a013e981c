import type { Source } from '@whybounce/knowledge';
import { causeTable } from '@whybounce/knowledge/cause';
import { enhancedCodes, replyCodes, vendorBends } from '@whybounce/knowledge/code';
import { comparisons } from '@whybounce/knowledge/comparison';
import { loadSystem, systemSlugs } from '@whybounce/knowledge/system';

/** A claim whose source was read long ago. */
export interface StaleClaim {
  /** Slug of the page that makes it. */
  readonly page: string;
  readonly source: Source;
}

/** What makes a claim, and where it stands. */
interface Claim {
  readonly page: string;
  readonly sources: readonly Source[];
}

/**
 * Claims with a source that was read more than twelve months ago, by page and then by the source's name.
 * A date without a day counts as the last of its month.
 *
 * @param now the day on which it is asked
 */
export async function staleClaims(now: Date): Promise<StaleClaim[]> {
  const today = now.toISOString().slice(0, 10);
  const stale = (await allClaims()).flatMap(({ page, sources }) =>
    sources.filter(({ read }) => expiryOf(read) < today).map((source) => ({ page, source })),
  );
  return stale.sort((a, b) => compare(a.page, b.page) || compare(a.source.name, b.source.name));
}

/** Every page that names sources, with them. */
export async function allClaims(): Promise<Claim[]> {
  const ofSystems = await Promise.all(
    systemSlugs.map(async (slug) =>
      ((await loadSystem(slug))?.entries ?? []).map(({ id, sources }) => ({ page: `${slug}/${id}`, sources })),
    ),
  );
  return [
    ...ofSystems.flat(),
    ...[...enhancedCodes, ...replyCodes].map(({ code, sources }) => ({ page: `code/${code}`, sources })),
    ...vendorBends.map(({ codes, sources }) => ({ page: `code/${codes[0]}`, sources })),
    ...comparisons.map(({ slug, sources }) => ({ page: `compare/${slug}`, sources })),
    ...comparisons.flatMap((comparison) =>
      comparison.kind === 'verdicts'
        ? comparison.verdicts.map(({ source }) => ({ page: `compare/${comparison.slug}`, sources: [source] }))
        : [],
    ),
    ...Object.entries(causeTable).map(([id, { sources }]) => ({ page: `cause/${id}`, sources })),
  ];
}

/** The last day on which a claim is not yet stale: a year after it was read. The 31st stands for the last of any month. */
function expiryOf(read: string): string {
  const [year = '', month = '', day = '31'] = read.split('-');
  return `${Number(year) + 1}-${month}-${day}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
