import { organizationalDomain } from '@whybounce/core/record';
import type { Subject } from './check/context.ts';
import { domainOf, readMailboxes } from './message/mailboxes.ts';
import { addressOf, readSubject } from './subject.ts';
import { SubjectError } from './subject-error.ts';
import { readSignature } from './verify/dkim/signature.ts';
import { completeEnvelope } from './verify/envelope/read-envelope.ts';
import { MAX_SIGNATURES, MessageLimitError } from './verify/limits.ts';
import { type Field, fieldValue, splitMessage } from './verify/split-message.ts';

/** What is known of a message beside itself. */
export interface MessageOptions {
  /** The address from which it was handed over; read from its header where it is left out, as are the next two. */
  readonly ip?: string | undefined;
  readonly helo?: string | undefined;
  /** The address or domain in MAIL FROM; `<>` for the null sender. */
  readonly mailFrom?: string | undefined;
  /** When it came; what its header says, else now. */
  readonly received?: Date | undefined;
}

/** Fewest bytes that can be a message: `From: a@b.c` and an end of line. */
const MIN_BYTES = 12;

/**
 * Reads what there is to check about a message: the domain of From, the selectors of its DKIM signatures, and from
 * whom and whence it came.
 *
 * @param raw the whole message, header first, as it was received or saved
 * @throws SubjectError for what is no message, exceeds the limits, or for options that cannot be read
 */
export async function subjectOfMessage(raw: Uint8Array, options: MessageOptions = {}): Promise<Subject> {
  const given = readSubject({ ip: options.ip, helo: options.helo, mailFrom: options.mailFrom });
  const fields = fieldsOf(raw);
  const message = {
    raw,
    ip: given.ip,
    helo: given.helo,
    mailFrom: given.mailFrom,
    received: options.received ?? new Date(),
  };
  const envelope = completeEnvelope(message, fields);
  const received = options.received ?? envelope.hop?.date ?? message.received;
  return {
    ...given,
    domain: authorDomain(fields),
    ip: envelope.ip === null ? null : addressOf(envelope.ip.value),
    helo: envelope.helo?.value.toLowerCase() ?? null,
    mailFrom: envelope.mailFrom === null ? null : lowerDomain(envelope.mailFrom.value),
    selectors: selectorsOf(fields),
    message: { ...message, received },
  };
}

function fieldsOf(raw: Uint8Array): readonly Field[] {
  if (raw.length < MIN_BYTES)
    throw new SubjectError('message-invalid', 'The message is empty: hand in the whole message, its header first.');
  try {
    const { fields } = splitMessage(raw);
    const isHeader = fields.some(
      ({ name, line }) =>
        line.includes(':') && /^(?:from|received|date|subject|to|message-id|return-path|delivered-to)$/.test(name),
    );
    if (!isHeader)
      throw new SubjectError(
        'message-invalid',
        'This is no message: it does not begin with header fields such as From and Date. Save the message with its whole source (“Show original”) and hand that in.',
      );
    return fields;
  } catch (error) {
    if (error instanceof MessageLimitError) throw new SubjectError('message-invalid', error.message);
    throw error;
  }
}

/** The domain of the first valid address in From. */
function authorDomain(fields: readonly Field[]): string | null {
  for (const field of fields) {
    if (field.name !== 'from') continue;
    const domain = readMailboxes(fieldValue(field)).find((mailbox) => mailbox.domain !== null)?.domain;
    if (domain !== undefined) return domain;
  }
  return null;
}

/** Selector and domain of each signature, each pair once. */
function selectorsOf(fields: readonly Field[]): Subject['selectors'] {
  const found = new Map<string, { selector: string; domain: string }>();
  for (const field of fields.filter(({ name }) => name === 'dkim-signature').slice(0, MAX_SIGNATURES)) {
    const { selector, domain } = readSignature(field);
    const name = domainOf(domain);
    if (
      name === null ||
      organizationalDomain(name) === null ||
      !/^[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?$/i.test(selector)
    )
      continue;
    found.set(`${selector.toLowerCase()}@${name}`, { selector: selector.toLowerCase(), domain: name });
  }
  return [...found.values()];
}

function lowerDomain(path: string): string {
  const at = path.lastIndexOf('@');
  return at < 0 ? path.toLowerCase() : `${path.slice(0, at)}@${path.slice(at + 1).toLowerCase()}`;
}
