import { addressesIn, cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Ipswitch (now Progress) IMail Server, whose queue is SMTP32. */
export const imailServer: NdrDialect = {
  dialect: 'imail-server',
  signs: ['smtp32 v', 'undeliverable mail'],
  recognises,
  read,
};

/** `Unknown user: a@example.net`, `Delivery failed 20 attempts: a@example.net` */
const sentence =
  /^(?:Unknown user|Unknown host|User mailbox exceeds allowed size|Invalid final delivery userid|Delivery failed \d{1,4} attempts): ?<?([^\s<>]{3,512})>?/i;
/** `undeliverable to a@example.net`, and the server's words below it. */
const heading = /^undeliverable to <?([^\s<>]{3,512})>?/i;

function recognises(letter: Letter): boolean {
  const mailer = letter.headers.get('x-mailer') ?? '';
  if (mailer.includes('SMTP32 v'))
    return letter.subject.startsWith('undeliverable mail') || failuresOf(letter.text).length > 0;
  return (
    letter.subject.startsWith('undeliverable mail') &&
    letter.from.includes('postmaster') &&
    failuresOf(letter.text.trimStart().slice(0, 600)).length > 0
  );
}

function read(letter: Letter): Failure[] {
  return failuresOf(letter.text);
}

function failuresOf(text: string): Failure[] {
  const failures: Failure[] = [];
  let words: string[] | null = null;
  let recipient: string | null = null;
  const flush = (): void => {
    if (words !== null) failures.push({ recipient, diagnostic: joinReply(words) });
    words = null;
  };
  for (const line of linesOf(text)) {
    const head = sentence.exec(line) ?? heading.exec(line);
    if (head !== null) {
      flush();
      recipient = cleanAddress(head[1] ?? '') ?? addressesIn(line, 1)[0] ?? null;
      words = heading.test(line) ? [] : [line];
    } else if (/^(?:Original message follows|[-=]{5,})/.test(line)) break;
    // Only what stands below `undeliverable to` belongs to it.
    else words?.push(line.replace(/^body:\s*/, ''));
  }
  flush();
  return failures;
}
