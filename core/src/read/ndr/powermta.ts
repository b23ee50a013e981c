import type { Kind } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** PowerMTA: `  <a@example.net>  delivery failed; will not continue trying`; why it failed stands in the status part alone. */
export const powermta: NdrDialect = {
  dialect: 'powermta',
  signs: ['x-powermta-', 'hello, this is the mail server on '],
  recognises,
  read,
};

const opening = 'I am sending you this message to inform you on the delivery status of a';

function recognises(letter: Letter): boolean {
  return (
    /^x-powermta-/m.test(letter.statusHead) ||
    (letter.text.includes('Hello, this is the mail server on ') && letter.text.includes(opening))
  );
}

function read({ text }: Letter): Failure[] {
  const failures: Failure[] = [];
  for (const line of linesOf(text)) {
    const found = /^\s*<([^<>\s]{1,512})>\s+(.{4,200})$/.exec(line);
    const recipient = cleanAddress(found?.[1] ?? '');
    if (recipient !== null) failures.push({ recipient, diagnostic: null, kind: kindOf(found?.[2] ?? '') });
  }
  return failures;
}

function kindOf(words: string): Kind {
  if (words.includes('will continue trying') || words.includes('delayed')) return 'deferral';
  return /^(?:successfully )?(?:delivered|relayed|expanded)|delivery succeeded/.test(words) ? 'delivery' : 'bounce';
}
