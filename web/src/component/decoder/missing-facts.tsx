import type { EscalationPacket, PacketContext } from '@whybounce/core/escalate';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { answer } from '../../wording/decoder.ts';

/** Facts that a user can type, and under which names the packet takes them. */
const typed = {
  recipient: 'recipient',
  sender: 'sender',
  sendingIp: 'sendingIp',
  helo: 'helo',
  messageId: 'messageId',
  remoteHost: 'remoteHost',
  remoteIp: 'remoteIp',
} as const satisfies Partial<Record<EscalationPacket['missing'][number]['field'], keyof PacketContext>>;

type Typed = keyof typeof typed;

/** How much of what the other side needs is known, and fields for the rest. */
export function MissingFacts({
  packet,
  id,
  onFill,
}: {
  readonly packet: EscalationPacket;
  readonly id: string;
  /** Takes what was typed; null in a page without script. */
  readonly onFill: ((context: PacketContext) => void) | null;
}): JSX.Element {
  const { completeness, missing } = packet;
  const [values, setValues] = useState<Readonly<Partial<Record<Typed, string>>>>({});
  // A field that was filled in stays, so that it can be changed.
  const [fields] = useState(missing);
  const others = fields.filter(({ field }) => !(field in typed));
  const open = fields.filter(({ field }) => field in typed);
  const fill = (field: Typed, value: string): void => {
    const now = { ...values, [field]: value };
    setValues(now);
    onFill?.(
      Object.fromEntries(
        Object.entries(now).flatMap(([name, text]) =>
          text.trim() === '' ? [] : [[typed[name as Typed], text.trim()]],
        ),
      ),
    );
  };
  return (
    <>
      <p role="status">{answer.packetComplete(`${completeness} %`)}</p>
      {onFill === null || open.length === 0 ? null : (
        <div class="missing">
          {open.map(({ field, label, where }) => (
            <div key={field}>
              <label for={`${id}-${field}`}>{label}</label>
              <input
                id={`${id}-${field}`}
                type="text"
                autocomplete="off"
                spellcheck={false}
                value={values[field as Typed] ?? ''}
                aria-describedby={`${id}-${field}-where`}
                onChange={(event) => fill(field as Typed, event.currentTarget.value)}
              />
              <p id={`${id}-${field}-where`} class="soft">
                {where}
              </p>
            </div>
          ))}
        </div>
      )}
      {(onFill === null ? fields : others).length === 0 ? null : (
        <ul>
          {(onFill === null ? fields : others).map(({ field, label, why, where }) => (
            <li key={field}>
              {answer.packetMissing(label)} {why} <span class="soft">{where}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
