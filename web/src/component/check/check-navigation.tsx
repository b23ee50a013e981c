import type { JSX } from 'preact';
import { checkPage, checkPages } from '../../wording/check-page.ts';

/** The pages that check and write, beside each other. */
export function CheckNavigation({ current }: { readonly current: string }): JSX.Element {
  return (
    <nav class="check-navigation" aria-label={checkPage.hub.heading}>
      <ul>
        {checkPages.map(({ path, name }) => (
          <li key={path}>
            <a href={path} aria-current={path === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
