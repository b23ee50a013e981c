import { type BounceEvent, decode, diagnose, type RuleSet } from '@whybounce/core';
import { exitCode } from '../exit-code.ts';
import { runInSmallHeap } from '../input/young-generation.ts';
import { Sink } from '../output/sink.ts';
import { eventWriter, type OutputFormat, outputFormats } from '../output/writer.ts';
import { UsageError } from '../usage-error.ts';
import { decodeOptions, type InputOptions, readInputs, rulesOf } from './run.ts';

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
  const format = outputFormat(options.format);
  const rules = await rulesOf(options);
  const writer = eventWriter(format, new Sink(), options.bom === true, rules);
  const judged = await byPolicy(options.policy, rules);
  const run = await readInputs(paths, { ...decodeOptions(options), rules }, (event) => writer.write(judged(event)));
  await writer.end();
  return exitCode(run);
}

/** `whybounce "550 5.4.1 …"`: decodes words given as argument. Returns the exit code. */
export async function decodeWords(words: string, options: DecodeCommand): Promise<number> {
  const format = outputFormat(options.format);
  const rules = await rulesOf(options);
  const writer = eventWriter(format, new Sink(), options.bom === true, rules);
  const events: BounceEvent[] = decode(words, { ...decodeOptions(options), name: 'argument', rules });
  const judged = await byPolicy(options.policy, rules);
  for (const event of events) writer.write(judged(event));
  await writer.end();
  return exitCode({ events: events.filter(({ kind }) => kind !== 'other').length, unreadable: 0 });
}

/** Events as an operator's policy acts upon them; as they are where none is named. */
async function byPolicy(
  path: string | undefined,
  rules: RuleSet | undefined,
): Promise<(event: BounceEvent) => BounceEvent> {
  if (path === undefined) return (event) => event;
  const policy = await (await import('./policy.ts')).policyOf(path);
  return (event) => diagnose(event, { policy, rules });
}

function outputFormat(format = 'pretty'): OutputFormat {
  if (outputFormats.includes(format as OutputFormat)) return format as OutputFormat;
  throw new UsageError(`--format ${format}: there is no such format. Write one of ${outputFormats.join(', ')}.`);
}
