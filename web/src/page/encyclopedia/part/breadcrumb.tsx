import type { JSX } from 'preact';
import type { Crumb } from '../article.ts';

/** The way to a page from above, itself last. */
export function Breadcrumb({
  label,
  crumbs,
  name,
}: {
  readonly label: string;
  readonly crumbs: readonly Crumb[];
  readonly name: string;
}): JSX.Element {
  return (
    <nav class="breadcrumb" aria-label={label}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.name}</a>
          </li>
        ))}
        <li aria-current="page">{name}</li>
      </ol>
    </nav>
  );
}
