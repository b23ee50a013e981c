import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { type Block, type BlockHead, blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { readTranscript, refusalOf } from './transcript.ts';

/** Courier (courier/module.dsn): an RFC 3464 report whose words hold the session; `<<<` also marks its own reasons. */
export const courier: NdrDialect = {
  dialect: 'courier',
  signs: ['running the courier mail server', '<courier.'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  return (
    letter.text.includes('running the Courier mail server') ||
    (/^<courier\.[0-9a-f]{8,16}\./i.test(letter.headers.get('message-id') ?? '') &&
      letter.mail.contentType.reportType === 'delivery-status')
  );
}

function read(letter: Letter): Failure[] {
  const { text } = letter;
  const isDelay = text.includes('DELAYED MAIL');
  const isReceipt = !isDelay && !text.includes('UNDELIVERABLE MAIL') && text.includes('RETURN RECEIPT');
  const kind = isDelay ? { kind: 'deferral' as const } : isReceipt ? { kind: 'delivery' as const } : {};
  return blocksOf(linesOf(text), headOf, (line) => /^-{20}/.test(line)).map((block) => ({
    ...failureOf(block),
    ...kind,
  }));
}

function headOf(line: string): BlockHead | null {
  const found = /^\s*<([^<>]{1,512})>:\s*$/.exec(line);
  return found === null ? null : { recipient: cleanAddress(found[1] ?? ''), rest: '' };
}

function failureOf({ recipient, lines }: Block): Failure {
  for (const exchange of readTranscript(lines)) {
    const refused = refusalOf(exchange, recipient);
    if (refused !== null) return refused;
  }
  return { recipient, diagnostic: joinReply(lines.map((line) => line.replace(/^\s*(?:<<< ?|>>> .*)/, ''))) };
}
