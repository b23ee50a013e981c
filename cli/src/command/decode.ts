import { type BounceEvent, decode, diagnose, diagnoseAll, type RuleSet } from '@whybounce/core';
import { exitCode } from '../exit-code.ts';
import { runInSmallHeap } from '../input/young-generation.ts';
import { Sink } from '../output/sink.ts';
import { type EventWriter, eventWriter, type OutputFormat, outputFormats } from '../output/writer.ts';
import { UsageError } from '../usage-error.ts';
import { decodeOptions, type InputOptions, type Run, readInputs, rulesOf } from './run.ts';

/** Options of `whybounce decode`. */
export interface DecodeCommand extends InputOptions {
  readonly format?: string;
  readonly bom?: boolean;
  readonly policy?: string;
  readonly together?: boolean;
}

/** Events that are held in memory to be diagnosed together: about 1 GB. */
const MAX_TOGETHER = 300_000;

/** `whybounce decode [PATH…]`: prints one record for each failed recipient. Returns the exit code. */
export async function decodeCommand(paths: readonly string[], options: DecodeCommand): Promise<number> {
  const code = runInSmallHeap(paths);
  if (code !== null) return code;
  const format = outputFormat(options.format);
  const rules = await rulesOf(options);
  const writer = eventWriter(format, new Sink(), options.bom === true, rules);
  const run =
    options.together === true
      ? await decodeTogether(paths, options, rules, writer)
      : await decodeOneByOne(paths, options, rules, writer);
  await writer.end();
  return exitCode(run);
}

async function decodeOneByOne(
  paths: readonly string[],
  options: DecodeCommand,
  rules: RuleSet | undefined,
  writer: EventWriter,
): Promise<Run> {
  const judged = await byPolicy(options.policy, rules);
  return readInputs(paths, { ...decodeOptions(options), rules }, (event) => writer.write(judged(event)));
}

/** What happened to other mail at the same time shifts the causes of each failure: all events are read before one is printed. */
async function decodeTogether(
  paths: readonly string[],
  options: DecodeCommand,
  rules: RuleSet | undefined,
  writer: EventWriter,
): Promise<Run> {
  const policy =
    options.policy === undefined ? undefined : await (await import('./policy.ts')).policyOf(options.policy);
  const inputs: { event: BounceEvent }[] = [];
  const run = await readInputs(paths, { ...decodeOptions(options), rules }, (event) => {
    if (inputs.length === MAX_TOGETHER)
      throw new UsageError(`--together holds at most ${MAX_TOGETHER} events in memory: give it a part of the input.`);
    inputs.push({ event });
  });
  const { events } = diagnoseAll(inputs, {
    ...(policy !== undefined && { policy }),
    ...(rules !== undefined && { rules }),
  });
  const alone =
    policy === undefined ? (event: BounceEvent) => event : (event: BounceEvent) => diagnose(event, { policy, rules });
  // What the others say nothing about comes back as it was: there the policy has not spoken yet.
  for (const [i, event] of events.entries()) writer.write(event === inputs[i]?.event ? alone(event) : event);
  return run;
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
