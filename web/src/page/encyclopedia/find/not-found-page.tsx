import type { JSX } from 'preact';
import { searchWording } from '../../../wording/encyclopedia-search.ts';
import type { Crumb } from '../article.ts';
import { SearchForm } from '../part/search-form.tsx';

/** Longest path that is shown: whoever made a longer one knows it. */
const MAX_PATH = 120;

/** Says that nothing stands at a path, and what comes near. */
export function NotFoundPage({
  path,
  suggestions,
}: {
  readonly path: string;
  readonly suggestions: readonly Crumb[];
}): JSX.Element {
  const shown = path.length > MAX_PATH ? `${path.slice(0, MAX_PATH)}…` : path;
  return (
    <div class="page">
      <h1>{searchWording.notFoundHeading}</h1>
      <p>{searchWording.notFoundPath(<code>{shown}</code>)}</p>
      {suggestions.length === 0 ? null : (
        <>
          <p>{searchWording.notFoundNear}</p>
          <ul>
            {suggestions.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <SearchForm id="query" label={searchWording.label} button={searchWording.button} query="" />
    </div>
  );
}
