import type { JSX } from 'preact';
import { pathFor } from '../../answer/record/record-fields.ts';
import { checkPage, checkPages, messagePage } from '../../wording/check-page.ts';

/** The checks that take no domain. */
const withoutDomain = ['/check/ip', '/check/mx', messagePage.path];

/**
 * The four checks beside each other, the page that stands open where it is another one, and the way to all of them.
 * Where a domain is looked at, the pages about its records stand there too, and each begins with it.
 */
export function CheckNavigation({
  current,
  domain = null,
}: {
  readonly current: string;
  readonly domain?: string | null;
}): JSX.Element {
  const shown = checkPages.filter(
    ({ path, group }) => group === 'check' || path === current || (domain !== null && group === 'record'),
  );
  const address = (path: string): string =>
    domain === null || withoutDomain.includes(path) ? path : pathFor(path, domain);
  return (
    <nav class="check-navigation" aria-label={checkPage.hub.heading}>
      <ul class="plain">
        {shown.map(({ path, name }) => (
          <li key={path}>
            <a href={address(path)} aria-current={path === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href="/check">{checkPage.hub.all}</a>
        </li>
      </ul>
    </nav>
  );
}
