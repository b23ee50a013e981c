import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { PASTED } from '../../answer/input-name.ts';
import type { ListQuery, ListView, RowView } from '../../answer/shapes.ts';
import { overview as words } from '../../wording/decoder.ts';
import { inputWords } from '../../wording/input.ts';
import { capital, deedNames, grouped, kindNames, ownerNames } from '../../wording/outcome.ts';
import { Actions } from './actions.ts';
import { type Carried, CarriedFields } from './carried.tsx';

/** The events one by one: each leads to its answer. */
export function EventList({
  list,
  query,
  filterName = '',
  carried = null,
}: {
  readonly list: ListView;
  readonly query: ListQuery;
  /** What the list is filtered by, as it is called. */
  readonly filterName?: string;
  /** What a page without script sends back to see another event; null where it cannot. */
  readonly carried?: Carried | null;
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
            <span class="soft">{words.export(grouped(total))}</span>
            {(['csv', 'json', 'ndjson'] as const).map((format) => (
              <button key={format} type="button" onClick={() => actions.exportAs(format, query.filter)}>
                {format.toUpperCase()}
              </button>
            ))}
          </p>
        )}
      </div>
      {query.filter === null ? null : (
        <p role="status">
          {words.filtered(filterName, grouped(total))}{' '}
          <button type="button" class="link" onClick={() => actions?.list({ ...query, from: 0, filter: null })}>
            {words.showAll}
          </button>
        </p>
      )}
      {actions === null && carried !== null ? (
        <form method="post" action="/" encType="multipart/form-data">
          <CarriedFields carried={carried} />
          <Rows list={list} canOpen />
        </form>
      ) : (
        <Rows list={list} canOpen={actions !== null} />
      )}
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

function Rows({ list, canOpen }: { readonly list: ListView; readonly canOpen: boolean }): JSX.Element {
  return (
    <ol class="events" start={list.from + 1}>
      {list.rows.map((row) => (
        <Row key={row.number} row={row} canOpen={canOpen} />
      ))}
    </ol>
  );
}

function Row({ row, canOpen }: { readonly row: RowView; readonly canOpen: boolean }): JSX.Element {
  const actions = useContext(Actions);
  const { number, input, kind, recipient, system, says, owner, deed } = row;
  const title = <bdi>{recipient ?? system ?? kindNames[kind]}</bdi>;
  return (
    <li>
      <p>
        {canOpen ? (
          <button
            type={actions === null ? 'submit' : 'button'}
            class="link"
            name="number"
            value={number}
            data-row={number}
            onClick={() => actions?.open(number)}
          >
            {title}
          </button>
        ) : (
          title
        )}{' '}
        {input === PASTED ? null : (
          <span class="soft">
            <bdi>{inputWords(input)}</bdi>
          </span>
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
