import type { SearchResult } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { resultPath } from '../../../address.ts';
import { searchWording } from '../../../wording/encyclopedia-search.ts';
import { resultKinds } from '../../../wording/search.ts';
import { shell } from '../../../wording/shell.ts';
import { SearchForm } from '../part/search-form.tsx';

const lists = [
  ['/codes', shell.sections.codes],
  ['/providers', shell.sections.providers],
  ['/compare', shell.sections.compare],
  ['/causes', shell.sections.causes],
  ['/reasons', shell.sections.reasons],
] as const;

/** The search with what was found; an empty query shows where to start. */
export function SearchPage({
  query,
  results,
}: {
  readonly query: string;
  readonly results: readonly SearchResult[];
}): JSX.Element {
  return (
    <div class="page">
      <h1>{searchWording.heading}</h1>
      <SearchForm id="query" label={searchWording.label} button={searchWording.button} query={query} />
      {query.trim() === '' ? (
        <>
          <p>{searchWording.start}</p>
          <ul>
            {lists.map(([href, name]) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : results.length === 0 ? (
        <NothingFound />
      ) : (
        <section aria-labelledby="found">
          <h2 id="found">{searchWording.found(results.length)}</h2>
          <ol class="results">
            {results.map((result) => (
              <li key={`${result.kind} ${result.id}`}>
                <span class="soft">{resultKinds[result.kind]}</span>
                <a href={resultPath(result)}>{result.title}</a>
                {result.snippet === '' || result.snippet === result.title ? null : <p>{result.snippet}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function NothingFound(): JSX.Element {
  return (
    <>
      <p>{searchWording.nothing}</p>
      <ul>
        {searchWording.nothingTips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <p>
        <a href="/">{searchWording.decoder}</a>
      </p>
    </>
  );
}
