import type { Area } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { areaPaths } from '../../answer/check/area-links.ts';
import { pathFor } from '../../answer/record/record-fields.ts';
import { checkPage, checkPages } from '../../wording/check-page.ts';

/** Where what an area's checks are about is shown in full, or written: each page begins with the domain. */
export function AreaLinks({
  area,
  domain,
}: {
  readonly area: Area;
  /** Null where no domain was checked. */
  readonly domain: string | null;
}): JSX.Element | null {
  const paths = areaPaths(area);
  if (domain === null || paths.length === 0) return null;
  const pages = checkPages.filter(({ path }) => paths.includes(path));
  return (
    <div class="area-links">
      <ul class="plain" aria-label={checkPage.furtherOf(area)}>
        {pages.map(({ path, name }) => (
          <li key={path}>
            <a href={pathFor(path, domain)}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
