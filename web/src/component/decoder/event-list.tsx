import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { ListQuery, ListView, RowView } from '../../answer/shapes.ts';
import { overview as words } from '../../wording/decoder.ts';
import { capital, deedNames, grouped, kindNames, ownerNames } from '../../wording/outcome.ts';
import { Actions } from './actions.ts';

/** The events one by one: each leads to its answer. */
export function EventList({
  list,
  query,
  filterName = '',
}: {
  readonly list: ListView;
  readonly query: ListQuery;
  /** What the list is filtered by, as it is called. */
  readonly filterName?: string;
}): JSX.Element {
  const actions = useContext(Actions);
  const { rows, total, from } = list;
  const until = from + rows.length;
  const turn = (to: number): void => actions?.list({ ...query, from: Math.max(0, to) });
  return (
    <section class="event-list" aria-labelledby="list-title">
      <div class="with-copy">
        <h2 id="list-title" tabIndex={-1}>
          {words.list}
        </h2>
        {actions === null ? null : (
          <p class="buttons">
            <span class="soft">{words.export}</span>
            {(['csv', 'json', 'ndjson'] as const).map((format) => (
              <button key={format} type="button" onClick={() => actions.exportAs(format)}>
                {format.toUpperCase()}
              </button>
            ))}
          </p>
        )}
      </div>
      {query.filter === null ? null : (
        <p>
          {words.filtered(filterName)}{' '}
          <button type="button" class="link" onClick={() => actions?.list({ ...query, from: 0, filter: null })}>
            {words.showAll}
          </button>
        </p>
      )}
      <ol class="events" start={from + 1}>
        {rows.map((row) => (
          <Row key={row.number} row={row} />
        ))}
      </ol>
      {total <= rows.length ? null : (
        <nav class="buttons" aria-label={words.list}>
          {actions === null ? null : (
            <button type="button" disabled={from === 0} onClick={() => turn(from - query.size)}>
              {words.previous}
            </button>
          )}
          <span>{words.range(grouped(from + 1), grouped(until), grouped(total))}</span>
          {actions === null ? null : (
            <button type="button" disabled={until >= total} onClick={() => turn(until)}>
              {words.next}
            </button>
          )}
        </nav>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: RowView }): JSX.Element {
  const actions = useContext(Actions);
  const { number, kind, recipient, system, says, owner, deed } = row;
  const title = recipient ?? system ?? kindNames[kind];
  return (
    <li>
      <p>
        {actions === null ? (
          <a href={`#bounce-${number}-title`} dir="auto">
            {title}
          </a>
        ) : (
          <button type="button" class="link" data-row={number} onClick={() => actions.open(number)}>
            <bdi>{title}</bdi>
          </button>
        )}
      </p>
      <p>
        {says ?? kindNames[kind]}
        {recipient === null || system === null ? null : <span class="soft"> {system}</span>}
      </p>
      {deed === null || owner === null ? null : (
        <p class="soft">
          {deedNames[deed]} · {capital(ownerNames[owner])}
        </p>
      )}
    </li>
  );
}
