import { type Headers, parseHeaders } from '../../message/headers.ts';
import { MAX_RECIPIENTS } from '../../message/limits.ts';

/** A delivery-status body (RFC 3464 section 2): fields of the message, then a group for each recipient. */
export interface DeliveryStatus {
  readonly message: Headers;
  readonly recipients: readonly Headers[];
}

/** Fields that only a recipient's group has. */
const recipientFields = ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code', 'remote-mta'];

/**
 * Reads a delivery-status body. Groups are told by their fields, not by their place: some MTAs leave
 * out the blank line between message and recipient, put one too many, or begin with the recipient.
 *
 * @param text the body with `\n` line ends
 */
export function readDeliveryStatus(text: string): DeliveryStatus {
  let message: Headers | null = null;
  const recipients: Headers[] = [];
  let at = 0;
  while (at < text.length && recipients.length < MAX_RECIPIENTS) {
    if (text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x20) {
      at++;
      continue;
    }
    const block = parseHeaders(text, at, text.length);
    if (block.headers.size === 0) {
      // A line that is no field: step over it rather than stop.
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end + 1;
      continue;
    }
    at = Math.max(block.end, at + 1);
    const names = block.headers.names();
    if (names.includes('final-recipient') || names.includes('original-recipient')) recipients.push(block.headers);
    else if (recipientFields.some((name) => names.includes(name)) && message !== null && recipients.length > 0) mergeInto(recipients, block.headers);
    else if (message === null) message = block.headers;
    else if (recipientFields.some((name) => names.includes(name))) recipients.push(block.headers);
  }
  return { message: message ?? recipients[0] ?? emptyHeaders(), recipients };
}

/** A group that a stray blank line cut in two belongs to the recipient before it, unless it repeats a field. */
function mergeInto(recipients: Headers[], rest: Headers): void {
  const last = recipients[recipients.length - 1];
  if (last === undefined || rest.names().some((name) => last.has(name))) recipients.push(rest);
  else for (const name of rest.names()) last.add(name, rest.get(name) ?? '');
}

function emptyHeaders(): Headers {
  return parseHeaders('', 0, 0).headers;
}
