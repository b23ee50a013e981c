import type { Kind } from '../../reading.ts';
import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { stageOf } from '../unwrap-reply.ts';
import { linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Stalwart (crates/smtp/src/queue/dsn.rs). One report may tell of deliveries, delays and failures. */
export const stalwart: NdrDialect = {
  dialect: 'stalwart',
  signs: [
    'your message could not be delivered to the following recipients:',
    'your message could not be delivered to some recipients:',
    'a temporary problem delivering your message to the following recipients:',
    'successfully delivered to the following recipients:',
    'your message has been partially delivered:',
  ],
  recognises,
  read,
};

const openings = [
  'Your message could not be delivered to the following recipients:',
  'Your message could not be delivered to some recipients:',
  'There was a temporary problem delivering your message to the following recipients:',
  'Your message has been successfully delivered to the following recipients:',
  'Your message has been partially delivered:',
];
/** Longest line that is read: a server's reply may be long, none is longer. */
const MAX_LINE = 4_096;

function recognises(letter: Letter): boolean {
  const text = letter.text.slice(0, 8_192).trimStart();
  return openings.some((words) => text.startsWith(words)) && /^<[^<>\s]{3,512}> \(/m.test(text);
}

function read(letter: Letter): Failure[] {
  const failures: Failure[] = [];
  let kind: Kind = 'bounce';
  for (const line of linesOf(letter.text)) {
    if (/temporary problem/.test(line)) kind = 'deferral';
    else if (/successfully delivered|was successful/.test(line)) kind = 'delivery';
    else if (/could not be delivered|failed -----|fatal errors/.test(line)) kind = 'bounce';
    const found = line.length > MAX_LINE ? null : /^<([^<>\s]{3,512})> \((.*?)\)?$/.exec(line);
    const recipient = cleanAddress(found?.[1] ?? '');
    if (recipient !== null) failures.push({ recipient, kind, ...replyOf(found?.[2] ?? '') });
  }
  return failures;
}

/** `host 'mx.example.net' rejected command 'RCPT TO:<a@example.net>' with code 550 (5.1.1) 'No such user'` */
function replyOf(words: string): Omit<Failure, 'recipient'> {
  const found =
    /^(?:host|delivered to) '([^']{1,255})'(?: rejected (?:command '([^']{0,1000})'|transaction))? with code (\d{3}) \((\d\.\d{1,3}\.\d{1,3})\) '(.*?)'?$/.exec(
      words,
    );
  if (found === null) return { diagnostic: words, stage: words.startsWith('connection to ') ? 'connect' : null };
  const [, host = '', command, code = '', status = '', said = ''] = found;
  // 0.0.0 is its way to say that the server gave no enhanced status.
  const known = status.startsWith('0.') ? '' : `${status} `;
  return {
    diagnostic: `${code} ${said.startsWith(known) && known !== '' ? said : `${known}${said}`}`,
    remoteHost: host.toLowerCase(),
    stage: command === undefined ? null : stageOf(`after ${command}`),
  };
}
