import type { BounceEvent } from './event.ts';
import { finish } from './finish.ts';
import { type DecodeOptions, Decoder, HEAD } from './input/decoder.ts';
import { detectTextForm } from './input/form.ts';
import { readPasted } from './input/pasted.ts';

const utf8 = new TextEncoder();

/**
 * Reads whatever came back: a bounce mail, an SMTP reply, a webhook's body, a mail log, a mailbox, a
 * .msg file, an export, or text that somebody pasted.
 *
 * @param input text, bytes, or an object that is a webhook's parsed JSON
 * @param options what is known of the input; everything may be left out
 * @returns one event for each failed recipient in the order of the input; never empty: an input that
 *   is no delivery event gives one event that says so. Never throws for what the input is.
 */
export function decode(input: string | Uint8Array | object, options: DecodeOptions = {}): BounceEvent[] {
  const events: BounceEvent[] = [];
  const isText = typeof input === 'string';
  const isBytes = input instanceof Uint8Array;
  if (isText && (options.as ?? detectTextForm(input.slice(0, HEAD))) === 'text') {
    return readPasted(input).map((reading) => finish(reading, options.name ?? '-', options.rules));
  }
  const decoder = new Decoder(isText || isBytes ? options : { ...options, as: 'webhook' }, (event) =>
    events.push(event),
  );
  decoder.push(isBytes ? input : utf8.encode(isText ? input : safeJson(input)));
  decoder.end();
  return events;
}

/** A parsed webhook goes the same way as its text, so that both give the same answer. */
function safeJson(payload: object): string {
  try {
    return JSON.stringify(payload) ?? '';
  } catch {
    return '';
  }
}

/**
 * The same for a stream of any length: a log, an mbox, a list of replies. Line inputs take constant
 * memory; the events come as soon as their lines are complete.
 *
 * @throws whatever the stream throws
 */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: DecodeOptions = {},
): AsyncGenerator<BounceEvent, void, undefined> {
  let ready: BounceEvent[] = [];
  const decoder = new Decoder(options, (event) => ready.push(event));
  for await (const chunk of chunks) {
    decoder.push(typeof chunk === 'string' ? utf8.encode(chunk) : chunk);
    if (ready.length > 0) {
      const events = ready;
      ready = [];
      yield* events;
    }
  }
  decoder.end();
  yield* ready;
}
