import { compoundFile, type Tree } from './cfb-fixture.ts';

/** A value of a property: Unicode text, number, time, or bytes of a type of one's own (`1E` for 8-bit text). */
type Value = string | number | Date | Uint8Array | { readonly type: string; readonly bytes: Uint8Array };

/** Properties by their number in hexadecimal: `{ '0037': 'Undeliverable: Hello' }`. */
type Values = Readonly<Record<string, Value>>;

/** A message as the tests write it down. */
export interface MessageFixture {
  readonly values: Values;
  readonly recipients?: readonly Values[];
  readonly attachments?: readonly (Values | { readonly values: Values; readonly message: MessageFixture })[];
}

/** The bytes of a .msg file. */
export function msgFile(message: MessageFixture): Uint8Array {
  return compoundFile(messageTree(message, 32));
}

/** The folder of a message: at the top with a property stream of 32 bytes head, inside an attachment of 24. */
function messageTree({ values, recipients = [], attachments = [] }: MessageFixture, head: 32 | 24): Tree {
  const tree: Record<string, Uint8Array | Tree> = { ...propertyTree(values, head), '__nameid_version1.0': {} };
  for (const [i, recipient] of recipients.entries()) tree[`__recip_version1.0_#${hex(i)}`] = propertyTree(recipient, 8);
  for (const [i, attachment] of attachments.entries()) {
    const embedded =
      'message' in attachment && 'values' in attachment
        ? (attachment as { values: Values; message: MessageFixture })
        : null;
    tree[`__attach_version1.0_#${hex(i)}`] =
      embedded === null
        ? propertyTree({ '3705': 1, ...(attachment as Values) }, 8)
        : {
            ...propertyTree({ '3705': 5, ...embedded.values }, 8),
            '__substg1.0_3701000D': messageTree(embedded.message, 24),
          };
  }
  return tree;
}

function propertyTree(values: Values, head: number): Record<string, Uint8Array | Tree> {
  const tree: Record<string, Uint8Array | Tree> = {};
  const names = Object.keys(values);
  const stream = new Uint8Array(head + 16 * names.length);
  const view = new DataView(stream.buffer);
  for (const [i, name] of names.entries()) {
    const at = head + 16 * i;
    const value = values[name];
    const id = Number.parseInt(name, 16);
    view.setUint16(at + 2, id, true);
    view.setUint32(at + 4, 6, true);
    if (typeof value === 'number') {
      view.setUint16(at, 3, true);
      view.setInt32(at + 8, value, true);
    } else if (value instanceof Date) {
      view.setUint16(at, 0x40, true);
      view.setBigUint64(at + 8, (BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n, true);
    } else if (value !== undefined) {
      const { type, bytes } =
        typeof value === 'string'
          ? { type: '001F', bytes: utf16(value) }
          : value instanceof Uint8Array
            ? { type: '0102', bytes: value }
            : value;
      view.setUint16(at, Number.parseInt(type, 16), true);
      view.setUint32(at + 8, bytes.length, true);
      tree[`__substg1.0_${name.toUpperCase()}${type}`] = bytes;
    }
  }
  tree['__properties_version1.0'] = stream;
  return tree;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), true);
  return bytes;
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, '0');
}
