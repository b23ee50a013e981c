import type { ObservationId } from '@whybounce/core';
import type { Checklist as ChecklistData, ChecklistItem, ReadAnswer } from '@whybounce/core/checklist';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { answer } from '../../wording/decoder.ts';
import { CopyButton } from '../copy-button.tsx';
import { Actions } from './actions.ts';

/** What the recipient's administrator looks at, with commands that only read, and what their output means. */
export function Checklist({
  checklist,
  number,
  id,
  outputs,
}: {
  readonly checklist: ChecklistData;
  readonly number: number;
  readonly id: string;
  /** What pasted outputs say, by step. */
  readonly outputs: ReadonlyMap<string, ReadAnswer>;
}): JSX.Element {
  const { system, prepare, items, note } = checklist;
  return (
    <details class="checklist">
      <summary>{answer.checklist(system)}</summary>
      {note === null ? null : <p>{note}</p>}
      {prepare === null ? null : <p>{prepare}</p>}
      {items.length === 0 ? null : <p class="soft">{answer.checklistReads}</p>}
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} number={number} id={`${id}-${item.id}`} output={outputs.get(item.id) ?? null} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Item({
  item,
  number,
  id,
  output,
}: {
  readonly item: ChecklistItem;
  readonly number: number;
  readonly id: string;
  readonly output: ReadAnswer | null;
}): JSX.Element {
  const actions = useContext(Actions);
  const { title, why, where, command, outcomes } = item;
  return (
    <>
      <h4>{title}</h4>
      <p>{why}</p>
      <p class="soft">{where}</p>
      <div class="with-copy">
        <pre id={id} class="sheet">
          {command}
        </pre>
        <CopyButton of={id} label={title} />
      </div>
      <p class="soft">{answer.checklistCanSay}</p>
      <ul>
        {outcomes.map(({ means }) => (
          <li key={means}>{means}</li>
        ))}
      </ul>
      {actions === null ? null : (
        <form
          class="output"
          onSubmit={(event) => {
            event.preventDefault();
            const text = new FormData(event.currentTarget).get('output');
            actions.readOutput(number, item.id, typeof text === 'string' ? text : '');
          }}
        >
          <label for={`${id}-output`}>{answer.checklistPaste}</label>
          <textarea id={`${id}-output`} name="output" rows={3} spellcheck={false} />
          <button type="submit">{answer.checklistRead}</button>
        </form>
      )}
      {output === null ? null : (
        <p role="status">
          <strong>{output.says}</strong> {output.conclusion}
        </p>
      )}
      {output === null || output.outcome === null || actions === null ? null : (
        <UseAnswer outcome={output.outcome} onUse={(outcome) => actions.answer(number, outcome)} />
      )}
    </>
  );
}

/** What the output of a command says can be an answer: the causes are ranked anew with it. */
function UseAnswer({
  outcome,
  onUse,
}: {
  readonly outcome: ObservationId;
  readonly onUse: (outcome: ObservationId) => void;
}): JSX.Element {
  return (
    <button type="button" onClick={() => onUse(outcome)}>
      {answer.checklistUse}
    </button>
  );
}
