import type { BounceEvent } from './event.ts';
import { finish } from './finish.ts';
import { readReply } from './read/reply.ts';
import type { RuleSet } from './rules/rule-set.ts';

/**
 * Reads one SMTP reply, nothing else: the lightest way in, for a program that has the words of a
 * server in its hand.
 *
 * @param reply the server's words: with or without codes, folded (`550-…`), wrapped or quoted
 * @param name what the event calls its input
 * @param rules by which it is read; default: the built-in ones
 * @returns one event; never throws
 */
export function decodeReply(reply: string, name = '-', rules?: RuleSet): BounceEvent {
  return finish(
    readReply(
      reply
        .toWellFormed()
        .split(/\r\n?|\n/)
        .filter((line) => line.trim() !== ''),
    ),
    name,
    rules,
  );
}
