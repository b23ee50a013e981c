import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Apache James: its RemoteDelivery and DSNBounce (`Failed recipient(s):`), and Notify mailets (`Message details:`). */
export const apacheJames: NdrDialect = {
  dialect: 'apache-james',
  signs: ['this is the james mail server at ', 'message details:'],
  recognises,
  read,
};

function recognises({ text, headers }: Letter): boolean {
  if (text.includes('This is the James mail server at ')) return true;
  const isDetails = text.includes('Message details:') && /^[ \t]*(?:RCPT TO|MAIL FROM): /m.test(text);
  return (
    isDetails &&
    (text.includes('Error message below:') || /\.JavaMail\.[\w.-]{1,64}@/.test(headers.get('message-id') ?? ''))
  );
}

function read({ text }: Letter): Failure[] {
  const lines = linesOf(text);
  const recipients: string[] = [];
  let words: string[] | null = null;
  let listing = false;
  for (const line of lines) {
    const trimmed = line.trim();
    if (words !== null) {
      if (/^-{3,}|^Message details:|^\s*(?:Subject|Sent date|MAIL FROM|RCPT TO): /.test(line)) break;
      words.push(trimmed.replace(/^Remote mail server told me: ?/, ''));
    } else if (/^(?:Error message(?: below)?:|The remote server said:)/.test(trimmed))
      words = [trimmed.replace(/^[^:]*: ?/, '')];
    else if (/^(?:Failed recipient\(s\):|RCPT TO: |your message\.$)/.test(trimmed)) {
      listing = true;
      take(trimmed.replace(/^(?:Failed recipient\(s\)|RCPT TO): ?/, ''), recipients);
    } else if (listing && trimmed.includes('@') && !trimmed.includes(' ') && take(trimmed, recipients)) {
      // a recipient on a line of its own
    } else if (listing && recipients.length > 0 && trimmed !== '' && !/^[A-Z][\w -]{1,30}: /.test(trimmed))
      words = [trimmed.replace(/^Remote mail server told me: ?/, '')];
    else if (trimmed !== '') listing = false;
  }
  const diagnostic = joinReply(words ?? [])?.replace(/^([245]\d\d) - /, '$1 ') ?? null;
  return recipients.map((recipient) => ({ recipient, diagnostic }));
}

function take(text: string, recipients: string[]): boolean {
  const address = cleanAddress(text);
  if (address === null) return false;
  recipients.push(address);
  return true;
}
