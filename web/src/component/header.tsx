import type { JSX } from 'preact';
import { shell } from '../wording/shell.ts';

/** The parts of the site that the header leads to. */
export type Section = 'decoder' | 'check' | 'codes' | 'providers' | 'compare' | 'search';

const sections: readonly (readonly [Section, string])[] = [
  ['decoder', '/'],
  ['check', '/check'],
  ['codes', '/codes'],
  ['providers', '/providers'],
  ['compare', '/compare'],
];

/** The top of every page. The search is a link that works without script; with script it opens in place. */
export function Header({ section }: { readonly section: Section | null }): JSX.Element {
  return (
    <header class="top">
      <a class="brand" href="/">
        {shell.name}
      </a>
      <nav aria-label={shell.navigation}>
        <ul>
          {sections.map(([name, href]) => (
            <li key={name}>
              <a href={href} aria-current={name === section ? 'page' : undefined}>
                {shell.sections[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <a
        class="search-link"
        href="/search"
        data-open-search
        aria-keyshortcuts="/"
        aria-current={section === 'search' ? 'page' : undefined}
      >
        {shell.sections.search}
        <span class="key" aria-hidden="true">
          /
        </span>
      </a>
    </header>
  );
}
