import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** MailEnable, for Windows. */
export const mailenable: NdrDialect = {
  dialect: 'mailenable',
  signs: ['mailenable: message ', 'reason: me-e', 'could not be delivered to some recipients.'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const head = letter.text.slice(0, 4_096);
  return (
    head.includes('MailEnable: Message ') ||
    /^[ \t]*Reason: ME-E\d{4}/m.test(head) ||
    (head.includes('Message could not be delivered to some recipients.') && head.includes('[SMTP:'))
  );
}

/**
 * `Recipient: [SMTP:a@example.net]` with a `Reason:` each; or, of a whole domain, a paragraph that
 * begins `The server returned:` and the recipients in the list behind it.
 */
function read(letter: Letter): Failure[] {
  const { text } = letter;
  const lines = linesOf(text);
  const isDelay = text.includes('Message Delivery Delay') || text.includes('has been delayed');
  const words = reasonIn(lines);
  const bracketed = lines
    .filter((line) => line.includes('[SMTP:') || /^\s*Recipients?:/.test(line))
    .map((line) => line.replaceAll('[SMTP:', '['));
  return addressesIn(bracketed.join('\n'), 500).map((recipient) => ({
    recipient,
    diagnostic: words,
    ...(isDelay ? { kind: 'deferral' as const } : {}),
  }));
}

const leads = [
  /^\s*The server returned:\s*/,
  /^\s*Reason:\s*(?:Remote SMTP Server Returned:\s*)?(?!ME-E)/,
  /^\s*Reason:\s*ME-E\d{4}:\s*(?:\[[^\]]{0,80}\]\s*)?/,
];

function reasonIn(lines: readonly string[]): string | null {
  for (const lead of leads) {
    const from = lines.findIndex((line) => lead.test(line));
    if (from < 0) continue;
    const rest = lines.slice(from);
    const length = rest.findIndex((line, i) => i > 0 && (line === '' || /^\s*(?:Recipient|Message)/.test(line)));
    return joinReply([(rest[0] ?? '').replace(lead, ''), ...rest.slice(1, length < 0 ? undefined : length)]);
  }
  return null;
}
