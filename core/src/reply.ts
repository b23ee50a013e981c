import type { BounceEvent } from './event.ts';
import { finish } from './finish.ts';
import { readNamingReply } from './read/reply.ts';
import type { RuleSet } from './rules/rule-set.ts';

/** Longest host name (RFC 1035 section 2.3.4, with the dot of the root): every label of a longer one would be looked up. */
const MAX_HOST = 254;

/** What a caller knows of a reply beside its words. */
export interface ReplyOptions {
  /** What the event calls its input. Default `-`. */
  readonly name?: string | undefined;
  /** The server that gave the reply: many words mean something only from a known one. What is too long to be a host name is none. */
  readonly host?: string | null | undefined;
  /** The rules by which it is read. Default: the built-in ones. */
  readonly rules?: RuleSet | undefined;
}

/**
 * Reads one SMTP reply, nothing else: the lightest way in, for a program that has the words of a
 * server in its hand.
 *
 * @param reply the server's words: with or without codes, folded (`550-…`), wrapped or quoted
 * @param given what is known beside the words; a text alone is the name of the input
 * @param rules by which it is read; default: those of the options, else the built-in ones
 * @returns one event; never throws
 */
export function decodeReply(reply: string, given: ReplyOptions | string = {}, rules?: RuleSet): BounceEvent {
  const options = typeof given === 'string' ? { name: given } : given;
  const reading = readNamingReply(
    reply
      .toWellFormed()
      .split(/\r\n?|\n/)
      .filter((line) => line.trim() !== ''),
  );
  const host = options.host?.trim().toWellFormed() ?? '';
  if (host !== '' && host.length <= MAX_HOST) reading.remoteHost = host;
  return finish(reading, options.name ?? '-', rules ?? options.rules);
}
