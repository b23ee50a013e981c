import { decodeReply } from '@whybounce/core/reply';
import { exitCode } from '../exit-code.ts';
import { Sink } from '../output/sink.ts';
import { eventWriter, type OutputFormat } from '../output/writer.ts';

/** Whether the words are one reply and nothing else, so that the readers of mails and logs need not be loaded. */
export function isPlainReply(words: string): boolean {
  return /^["'<(\s]*[245]\d\d[ -]/.test(words) && !words.includes('\n') && words.length < 2_048;
}

/** `whybounce "550 5.4.1 …"`: decodes a reply given as argument. Returns the exit code. */
export async function replyCommand(words: string, format: OutputFormat): Promise<number> {
  const writer = eventWriter(format, new Sink(), false);
  const event = decodeReply(words, 'argument');
  writer.write(event);
  await writer.end();
  return exitCode({ events: event.kind === 'other' ? 0 : 1, unreadable: 0 });
}
