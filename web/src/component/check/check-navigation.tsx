import type { JSX } from 'preact';
import { checkPage, checkPages } from '../../wording/check-page.ts';

/** The four checks beside each other, the page that stands open where it is another one, and the way to all of them. */
export function CheckNavigation({ current }: { readonly current: string }): JSX.Element {
  const shown = checkPages.filter(({ path, group }) => group === 'check' || path === current);
  return (
    <nav class="check-navigation" aria-label={checkPage.hub.heading}>
      <ul class="plain">
        {shown.map(({ path, name }) => (
          <li key={path}>
            <a href={path} aria-current={path === current ? 'page' : undefined}>
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
