import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** KumoMTA (kumo-log-types/src/rfc3464.rs), where it is told to report at all. */
export const kumomta: NdrDialect = {
  dialect: 'kumomta',
  signs: ['the message was received at ', 'the message will be deleted from the queue'],
  recognises,
  read,
};

const ending = 'The message will be deleted from the queue.';

function recognises(letter: Letter): boolean {
  const { text } = letter;
  return (
    text.includes(ending) &&
    text.includes(' and addressed to ') &&
    text.trimStart().startsWith('The message was received at ')
  );
}

/**
 *     from b@example.org and addressed to a@example.net, c@example.net.
 *     While communicating with mx.example.net. (192.0.2.1):
 *     Response: 550 5.1.1 No such user
 */
function read(letter: Letter): Failure[] {
  const flat = linesOf(letter.text.slice(0, letter.text.indexOf(ending))).join('\n');
  const to = flat.indexOf(' and addressed to ');
  const answer = /\n(?:Response|Status): ([\s\S]{1,4000})$/.exec(flat);
  const peer = /\nWhile communicating with ([\w.-]{1,255}?)\.? \(([0-9A-Fa-f.:]{2,45})\):/.exec(flat);
  const rest = {
    diagnostic: joinReply((answer?.[1] ?? '').split('\n')),
    remoteHost: peer?.[1]?.toLowerCase() ?? null,
    remoteIp: peer?.[2] ?? null,
  };
  const list = flat.slice(to, peer?.index ?? answer?.index);
  return to < 0 ? [] : addressesIn(list, 500).map((recipient) => ({ recipient, ...rest }));
}
