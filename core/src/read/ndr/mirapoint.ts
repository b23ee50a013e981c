import { decodeText, normaliseLineEnds } from '../../message/mail.ts';
import { readAddress } from '../address.ts';
import { readDeliveryStatus } from '../dsn/fields.ts';
import type { Letter } from '../letter.ts';
import { blocksOf, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { bareHead } from './heads.ts';

/** Mirapoint Message Server, also behind a filter that wraps its report into a bounce of its own. */
export const mirapoint: NdrDialect = {
  dialect: 'mirapoint',
  signs: ['the following addresses had permanent delivery errors'],
  recognises,
  read,
};

const heading = '----- The following addresses had permanent delivery errors -----';

function recognises(letter: Letter): boolean {
  return letter.text.includes(heading);
}

/**
 * Where the list is empty the report that was wrapped says it, being the message that "came back".
 * Only a letter with this heading is read so: else the bounce of a bounce would be taken for the first.
 */
function read(letter: Letter): Failure[] {
  const blocks = blocksOf(
    linesOf(letter.text.slice(letter.text.indexOf(heading))),
    bareHead,
    (line) => line.startsWith('-----') && !line.includes(heading),
  );
  return blocks.length > 0 ? blocks.map(({ recipient }) => ({ recipient, diagnostic: null })) : wrappedFailures(letter);
}

function wrappedFailures({ mail }: Letter): Failure[] {
  const part = mail.parts.find(
    ({ contentType, inside }) => inside === 1 && contentType.type === 'message/delivery-status',
  );
  if (part === undefined) return [];
  const raw = decodeText(mail.raw.slice(part.start, part.end), part.headers, {
    ...part.contentType,
    type: 'text/plain',
  });
  return readDeliveryStatus(normaliseLineEnds(raw)).recipients.map((fields) => ({
    recipient: readAddress(fields.get('final-recipient')) ?? readAddress(fields.get('original-recipient')),
    diagnostic:
      fields
        .get('diagnostic-code')
        ?.replace(/^smtp\s*;\s*/i, '')
        .replace(/\s+/g, ' ') ?? null,
    enhancedStatus: /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
  }));
}
