import { type BounceEvent, decode, diagnose } from '@whybounce/core';
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
  readonly policy?: string;
}

/** `whybounce decode [PATH…]`: prints one record for each failed recipient. Returns the exit code. */
export async function decodeCommand(paths: readonly string[], options: DecodeCommand): Promise<number> {
  const code = runInSmallHeap(paths);
  if (code !== null) return code;
  const writer = eventWriter(outputFormat(options.format), new Sink(), options.bom === true);
  const judged = await byPolicy(options.policy);
  const run = await readInputs(paths, decodeOptions(options), (event) => writer.write(judged(event)));
  await writer.end();
  return exitCode(run);
}

/** `whybounce "550 5.4.1 …"`: decodes words given as argument. Returns the exit code. */
export async function decodeWords(words: string, options: DecodeCommand): Promise<number> {
  const writer = eventWriter(outputFormat(options.format), new Sink(), options.bom === true);
  const events: BounceEvent[] = decode(words, { ...decodeOptions(options), name: 'argument' });
  const judged = await byPolicy(options.policy);
  for (const event of events) writer.write(judged(event));
  await writer.end();
  return exitCode({ events: events.filter(({ kind }) => kind !== 'other').length, unreadable: 0 });
}

/** Events as an operator's policy acts upon them; as they are where none is named. */
async function byPolicy(path: string | undefined): Promise<(event: BounceEvent) => BounceEvent> {
  if (path === undefined) return (event) => event;
  const policy = await (await import('./policy.ts')).policyOf(path);
  return (event) => diagnose(event, { policy });
}

function outputFormat(format = 'pretty'): OutputFormat {
  if (outputFormats.includes(format as OutputFormat)) return format as OutputFormat;
  throw new UsageError(`--format ${format}: there is no such format. Write one of ${outputFormats.join(', ')}.`);
}
