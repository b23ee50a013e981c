import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type Block, blocksOf, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { labelledFields, linesBetween } from './labelled-fields.ts';

/** Oracle Communications Messaging Server; before that Sun Java System, iPlanet and PMDF. iCloud ran on it for long. */
export const messagingServer: NdrDialect = {
  dialect: 'messaging-server',
  signs: ['this report relates to a message you sent with'],
  recognises,
  read,
};

const opening = 'This report relates to a message you sent with the following header fields';
/** How far into the text the opening stands. */
const HEAD = 1_024;

function recognises(letter: Letter): boolean {
  const isNotification =
    letter.subject.startsWith('delivery notification: delivery') ||
    (letter.headers.get('content-type')?.includes('Boundary_(ID_') ?? false);
  return (isNotification || letter.from.includes('postmaster')) && letter.wholeText.slice(0, HEAD).includes(opening);
}

function read(letter: Letter): Failure[] {
  const text = letter.wholeText;
  const lines = linesOf(text);
  const isWarning =
    text.includes('The mail system will continue to try') || letter.subject.includes('has been delayed');
  const attempt = lastAttempt(lines);
  const blocks = blocksOf(lines, headOf, (line) => /^[^\s]/.test(line));
  return blocks.map((block) => ({ ...failureOf(block, attempt), ...(isWarning ? { kind: 'deferral' as const } : {}) }));
}

/** `  Recipient address: a@example.net` */
function headOf(line: string): { recipient: string | null; rest: string } | null {
  return /^\s+Recipient address:/.test(line) ? { recipient: addressesIn(line, 1)[0] ?? null, rest: '' } : null;
}

function failureOf({ recipient, lines }: Block, attempt: string | null): Failure {
  const fields = labelledFields(lines, ['Original address:', 'Reason:', 'Diagnostic code:', 'Remote system:']);
  const reason = fields.get('Reason:') ?? null;
  const code = fields.get('Diagnostic code:')?.replace(/^smtp;\s*/i, '') ?? null;
  // dns;mx.example.net (TCP|192.0.2.1|40000|192.0.2.2|25) (banner)
  const remote = /^dns;\s*([\w.-]{1,255})(?:\s*\(TCP\|[^|)]{0,45}\|\d{0,5}\|([0-9A-Fa-f.:]{2,45})\|)?/.exec(
    fields.get('Remote system:') ?? '',
  );
  const original = addressesIn(fields.get('Original address:') ?? '', 1)[0] ?? null;
  // The store has addresses of its own, which nobody wrote to: a@ims-ms-daemon
  const isInternal = recipient === null || /@[a-z_-]+-daemon$/.test(recipient);
  const known = isInternal ? (original ?? recipient) : recipient;
  return {
    recipient: known,
    originalRecipient: original === known ? null : original,
    diagnostic: code ?? (reason === null ? attempt : attempt === null ? reason : `${reason}: ${attempt}`),
    remoteHost: remote?.[1]?.toLowerCase() ?? null,
    remoteIp: remote?.[2] ?? null,
  };
}

/** The newest entry of the list of attempts, which has its date on a line before it. */
function lastAttempt(lines: readonly string[]): string | null {
  const [, attempt] = linesBetween(lines, 'Delivery attempt history for your mail:', () => false).filter(
    (line) => line !== '',
  );
  return attempt?.replace(/\s+/g, ' ') ?? null;
}
