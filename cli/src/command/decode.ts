import { type BounceEvent, decode } from '@whybounce/core';
import { exitCode } from '../exit-code.ts';
import { runInSmallHeap } from '../input/young-generation.ts';
import { Sink } from '../output/sink.ts';
import { eventWriter, type OutputFormat, outputFormats } from '../output/writer.ts';
import { UsageError } from '../usage-error.ts';
import { decodeOptions, type InputOptions, readInputs } from './run.ts';

/** Options of `whybounce decode`. */
export interface DecodeCommand extends InputOptions {
  readonly format?: string;
  readonly bom?: boolean;
}

/** `whybounce decode [PATH…]`: prints one record for each failed recipient. Returns the exit code. */
export async function decodeCommand(paths: readonly string[], options: DecodeCommand): Promise<number> {
  const code = runInSmallHeap(paths);
  if (code !== null) return code;
  const writer = eventWriter(outputFormat(options.format), new Sink(), options.bom === true);
  const run = await readInputs(paths, decodeOptions(options), (event) => writer.write(event));
  await writer.end();
  return exitCode(run);
}

/** `whybounce "550 5.4.1 …"`: decodes words given as argument. Returns the exit code. */
export async function decodeWords(words: string, options: DecodeCommand): Promise<number> {
  const writer = eventWriter(outputFormat(options.format), new Sink(), options.bom === true);
  const events: BounceEvent[] = decode(words, { ...decodeOptions(options), name: 'argument' });
  for (const event of events) writer.write(event);
  await writer.end();
  return exitCode({ events: events.filter(({ kind }) => kind !== 'other').length, unreadable: 0 });
}

function outputFormat(format = 'pretty'): OutputFormat {
  if (outputFormats.includes(format as OutputFormat)) return format as OutputFormat;
  throw new UsageError(`--format ${format}: there is no such format. Write one of ${outputFormats.join(', ')}.`);
}
