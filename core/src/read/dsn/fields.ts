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
  for (const group of text.split(/\n[ \t]*\n/, 2 * MAX_RECIPIENTS)) {
    const headers = readGroup(group);
    if (headers.size === 0) continue;
    if (headers.has('final-recipient') || headers.has('original-recipient')) recipients.push(headers);
    else if (!recipientFields.some((name) => headers.has(name))) message ??= headers;
    else if (recipients.length > 0) mergeInto(recipients, headers);
    else recipients.push(headers);
    if (recipients.length >= MAX_RECIPIENTS) break;
  }
  return { message: message ?? recipients[0] ?? readGroup(''), recipients };
}

/** A line that is no field continues the one before: not every MTA folds the replies that it quotes. */
function readGroup(group: string): Headers {
  if (wellFormed.test(group)) return parseHeaders(group, 0, group.length).headers;
  const lines = group.split('\n').map((line) => (fieldStart.test(line) ? line : ` ${line}`));
  const first = lines.findIndex((line) => fieldStart.test(line));
  const block = first < 0 ? '' : lines.slice(first).join('\n');
  return parseHeaders(block, 0, block.length).headers;
}

/** A group in which every line is a field or continues one, as nearly all are. */
const wellFormed =
  /^[A-Za-z][A-Za-z0-9-]{1,60}[ \t]{0,4}:[^\n]*(?:\n(?:[A-Za-z][A-Za-z0-9-]{1,60}[ \t]{0,4}:|[ \t]+[^\s])[^\n]*)*\n?$/;
const fieldStart = /^[A-Za-z][A-Za-z0-9-]{1,60}\s{0,4}:/;

/** A group that a stray blank line cut in two belongs to the recipient before it, unless it repeats a field. */
function mergeInto(recipients: Headers[], rest: Headers): void {
  const last = recipients[recipients.length - 1];
  if (last === undefined || rest.names().some((name) => last.has(name))) recipients.push(rest);
  else for (const name of rest.names()) last.add(name, rest.get(name) ?? '');
}
