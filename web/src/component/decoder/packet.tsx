import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { PacketView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { CopyButton } from '../copy-button.tsx';
import { Actions } from './actions.ts';

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
  const [redacted, setRedacted] = useState(false);
  const { packet, text, markdown } = view;
  const { summary, completeness, missing } = packet;
  return (
    <details class="packet">
      <summary>{answer.packet}</summary>
      <p class="soft">
        {answer.packetComplete(`${completeness} %`)}
        {missing.length === 0 ? null : `. ${answer.packetMissing}: ${missing.map(({ label }) => label).join(', ')}`}.
      </p>
      {actions === null ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={redacted}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              setRedacted(isOn);
              actions.packet(number, {}, isOn);
            }}
          />
          {answer.packetRedact}
        </label>
      )}
      <h4>{answer.packetSummary}</h4>
      <p id={`${id}-summary`}>{summary}</p>
      <h4>{answer.packetFacts}</h4>
      <pre id={`${id}-packet`} class="sheet" dir="auto">
        {text}
      </pre>
      <div class="buttons">
        <CopyButton of={`${id}-packet`} label={answer.packet} />
        <CopyButton text={markdown} label={answer.packetMarkdown} says={answer.packetMarkdown} />
      </div>
    </details>
  );
}
