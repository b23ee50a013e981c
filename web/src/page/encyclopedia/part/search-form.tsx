import type { JSX } from 'preact';

/** A search that works without script: the server answers `/search?q=…`. */
export function SearchForm({
  id,
  label,
  button,
  placeholder,
  query,
}: {
  readonly id: string;
  readonly label: string;
  readonly button: string;
  readonly placeholder?: string;
  readonly query: string;
}): JSX.Element {
  return (
    <search>
      <form class="find" action="/search" method="get">
        <label for={id}>{label}</label>
        <input id={id} type="search" name="q" value={query} placeholder={placeholder} maxLength={2048} />
        <button type="submit">{button}</button>
      </form>
    </search>
  );
}
