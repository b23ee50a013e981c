import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { PacketView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { CopyButton } from '../copy-button.tsx';
import { Actions } from './actions.ts';
import { MissingFacts } from './missing-facts.tsx';

/** What the administrator of the other side needs to find the message and to act, ready to be copied. */
export function Packet({
  view,
  number,
  id,
}: {
  readonly view: PacketView;
  readonly number: number;
  readonly id: string;
}): JSX.Element {
  const actions = useContext(Actions);
  const { packet, text, markdown, context, redacted } = view;
  const own = packet.traces.filter(({ side }) => side === 'sending');
  return (
    <details class="packet">
      <summary>{answer.packet}</summary>
      <div class="with-copy">
        <h4>{answer.packetSummary}</h4>
        <CopyButton of={`${id}-summary`} label={answer.packetSummary} />
      </div>
      <p id={`${id}-summary`}>{packet.summary}</p>
      <div class="with-copy">
        <h4>{answer.packetFacts}</h4>
        <span class="buttons">
          <CopyButton of={`${id}-packet`} label={answer.packetFacts} />
          <CopyButton text={markdown} label={answer.packetMarkdown} says={answer.packetMarkdown} />
        </span>
      </div>
      <pre id={`${id}-packet`} class="sheet" dir="auto">
        {text}
      </pre>
      {actions === null ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={redacted}
            onChange={(event) => actions.packet(number, context, event.currentTarget.checked)}
          />
          {answer.packetRedact}
        </label>
      )}
      <MissingFacts
        packet={packet}
        context={context}
        id={id}
        onFill={actions === null ? null : (filled) => actions.packet(number, filled, redacted)}
      />
      {own.map(({ tool, ways, notes }) => (
        <section key={tool}>
          <h4>{answer.packetOwnLog(tool)}</h4>
          {ways.map(({ where, command }, i) => (
            <div key={where}>
              <p class="soft">{where}</p>
              <div class="with-copy">
                <pre id={`${id}-own-${i}`} class="sheet">
                  {command}
                </pre>
                <CopyButton of={`${id}-own-${i}`} label={where} />
              </div>
            </div>
          ))}
          {notes.map((note) => (
            <p key={note} class="soft">
              {note}
            </p>
          ))}
        </section>
      ))}
    </details>
  );
}
