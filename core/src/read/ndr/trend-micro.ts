import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Trend Micro InterScan Messaging Security and VirusWall. */
export const trendMicro: NdrDialect = { dialect: 'trend-micro', signs: ['interscan'], recognises, read };

const refusal = 'Unable to deliver message to ';

function recognises(letter: Letter): boolean {
  const isTheirs =
    letter.text.includes('Message from InterScan') ||
    letter.headers.get('content-type')?.includes('InterScan_NT_MIME_Boundary') === true ||
    letter.from.includes('interscan');
  return isTheirs && (letter.text.includes(refusal) || letter.subject === 'mail could not be delivered');
}

/** One sentence, `Unable to deliver message to <a@example.net> (and other recipients in the same domain).`, and perhaps advice. */
function read(letter: Letter): Failure[] {
  const { text } = letter;
  const at = text.indexOf(refusal);
  if (at < 0) return [];
  const stars = text.indexOf('*****', at);
  const words = text.slice(at, stars < 0 ? undefined : stars);
  const diagnostic = joinReply(words.split('\n', 50));
  return addressesIn(words, 50).map((recipient) => ({ recipient, diagnostic }));
}
