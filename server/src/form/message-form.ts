import type { MessageField } from '@whybounce/web';
import { MAX_EARLIER_BYTES, MAX_MESSAGE_BYTES } from '../limits.ts';
import type { Field } from './field.ts';
import { FormError } from './form-error.ts';
import { textOf } from './text-of-field.ts';

/** What somebody posted to have a message tested. */
export interface MessageForm {
  readonly raw: Uint8Array;
  /** What was filled in beside it. */
  readonly given: Readonly<Partial<Record<MessageField, string>>>;
  /** The file of an earlier run; null where none was chosen. */
  readonly earlier: Uint8Array | null;
}

// the pages' own list stands among what a thread, which has no pages, cannot load
const messageFields = ['ip', 'helo', 'from'] as const satisfies readonly MessageField[];

/** Characters of a field beside the message. */
const MAX_VALUE = 500;

/**
 * The form of the message test by its fields: `file`, or else `text`; `ip`, `helo` and `from`; `earlier`.
 *
 * @throws FormError `empty`, `charset`, `message-too-large`, `earlier-too-large`
 */
export function messageForm(fields: readonly Field[]): MessageForm {
  const find = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const file = find('file')?.bytes;
  // what is pasted may begin with blank lines, which would end the header before it began
  const text = find('text')?.bytes;
  const raw = file !== undefined && file.length > 0 ? file : withoutBlankLines(text ?? Buffer.alloc(0));
  if (raw.length === 0) throw new FormError('empty');
  if (raw.length > MAX_MESSAGE_BYTES) throw new FormError('message-too-large');
  const earlier = find('earlier')?.bytes;
  if (earlier !== undefined && earlier.length > MAX_EARLIER_BYTES) throw new FormError('earlier-too-large');
  const given = messageFields.flatMap((name): [MessageField, string][] => {
    const value = textOf(find(name)).trim().slice(0, MAX_VALUE).toWellFormed();
    return value === '' ? [] : [[name, value]];
  });
  return {
    raw,
    given: Object.fromEntries(given),
    earlier: earlier === undefined || earlier.length === 0 ? null : earlier,
  };
}

function withoutBlankLines(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length && /[ \t\r\n]/.test(String.fromCharCode(bytes[start] as number))) start++;
  return bytes.subarray(start);
}
