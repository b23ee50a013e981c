import type { EscalationPacket, PacketContext } from '@whybounce/core/escalate';
import { packetFields } from '@whybounce/knowledge/trace-tool';
import type { JSX } from 'preact';
import { answer } from '../../wording/decoder.ts';
import { percent } from '../../wording/figures.ts';

/** Facts that a user can type; what counts most first. */
const typedFields = ['recipient', 'sendingIp', 'sender', 'remoteHost', 'messageId', 'remoteIp', 'helo'] as const;

/** Of these the ones that are IP addresses. */
const addressFields: ReadonlySet<string> = new Set(['sendingIp', 'remoteIp']);
const looksLikeAddress = /^[0-9A-Fa-f]*[.:][0-9A-Fa-f.:]+$/;

/** How much of what the other side needs is known, and fields for the rest. */
export function MissingFacts({
  packet,
  context,
  id,
  onFill,
}: {
  readonly packet: EscalationPacket;
  /** What was typed so far. */
  readonly context: PacketContext;
  readonly id: string;
  /** Takes what is known now; null in a page without script. */
  readonly onFill: ((context: PacketContext) => void) | null;
}): JSX.Element {
  const { completeness, missing } = packet;
  const told = onFill === null ? missing : missing.filter(({ field }) => !isTyped(field));
  // A field that was filled in stays, so that it can be changed.
  const open = typedFields.filter(
    (field) => context[field] !== undefined || missing.some((one) => one.field === field),
  );
  return (
    <>
      <p role="status">{answer.packetComplete(percent(completeness / 100))}</p>
      {onFill === null || open.length === 0 ? null : (
        <div class="missing">
          {open.map((field) => {
            const value = context[field] ?? '';
            const isBad = addressFields.has(field) && value !== '' && !looksLikeAddress.test(value);
            return (
              <div key={field}>
                <label for={`${id}-${field}`}>{packetFields[field].label}</label>
                <input
                  id={`${id}-${field}`}
                  type="text"
                  autocomplete="off"
                  spellcheck={false}
                  value={value}
                  aria-invalid={isBad}
                  aria-describedby={`${id}-${field}-where`}
                  onChange={({ currentTarget }) =>
                    onFill({
                      ...context,
                      [field]: currentTarget.value.trim() === '' ? undefined : currentTarget.value.trim(),
                    })
                  }
                />
                <p id={`${id}-${field}-where`} class="soft">
                  {isBad ? answer.packetBadAddress : packetFields[field].where}
                </p>
              </div>
            );
          })}
        </div>
      )}
      {told.length === 0 ? null : (
        <ul>
          {told.map(({ field, label, why, where }) => (
            <li key={field}>
              {answer.packetMissing(label)} {why} <span class="soft">{where}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function isTyped(field: string): field is (typeof typedFields)[number] {
  return (typedFields as readonly string[]).includes(field);
}
