import {
  type BounceEvent,
  findBands,
  findPatterns,
  findSteps,
  type RateBandOptions,
  rateBandDefaults,
  Tally,
} from '@whybounce/core';
import { csvLine } from '@whybounce/core/record-format';
import { exitCode } from '../exit-code.ts';
import { runInSmallHeap } from '../input/young-generation.ts';
import { paint } from '../output/paint.ts';
import { Sink } from '../output/sink.ts';
import { standsOutJson, standsOutText } from '../output/stands-out.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import { decodeOptions, type InputOptions, readInputs, rulesOf } from './run.ts';

/** Options of `whybounce summary`. */
export interface SummaryCommand extends InputOptions {
  readonly format?: string;
  readonly top?: string;
  /** Limits of the bands in percent, and attempts below which a rate is not judged. */
  readonly investigate?: string;
  readonly stop?: string;
  readonly minSample?: string;
}

/** By what events are counted. */
const dimensions = {
  kind: (event: BounceEvent) => event.kind,
  domain: (event: BounceEvent) => event.recipient?.slice(event.recipient.lastIndexOf('@') + 1) ?? null,
  provider: (event: BounceEvent) => event.provider,
  reason: (event: BounceEvent) => event.diagnosis?.reason ?? null,
  action: (event: BounceEvent) => event.diagnosis?.action.do ?? null,
} as const;

type Dimension = keyof typeof dimensions;
type Counts = Record<Dimension, Map<string, number>>;

/** Different values that are counted in one dimension; a hostile log cannot fill the memory with domains. */
const MAX_VALUES = 200_000;

/**
 * `whybounce summary PATH…`: counts failures by domain, provider, reason and action, and says what stands
 * out. Deliveries are only counted. Returns the exit code.
 */
export async function summaryCommand(paths: readonly string[], options: SummaryCommand): Promise<number> {
  const code = runInSmallHeap(paths);
  if (code !== null) return code;
  const format = options.format ?? 'pretty';
  if (!['pretty', 'json', 'csv'].includes(format))
    throw new UsageError(`--format ${format}: write one of pretty, json, csv.`);
  const top = Number(options.top ?? 15);
  if (!Number.isInteger(top) || top < 1) throw new UsageError(`--top ${options.top}: write a whole number above zero.`);
  const limits = bandLimits(options);
  const tally = new Tally();
  const counts = Object.fromEntries(Object.keys(dimensions).map((name) => [name, new Map()])) as unknown as Counts;
  let total = 0;
  const rules = await rulesOf(options);
  const run = await readInputs(paths, { ...decodeOptions(options), rules }, (event) => {
    total++;
    tally.add({ event });
    for (const name of Object.keys(dimensions) as Dimension[]) {
      if (name !== 'kind' && event.kind !== 'bounce' && event.kind !== 'deferral' && event.kind !== 'complaint')
        continue;
      add(counts[name], dimensions[name](event) ?? '(none)');
    }
  });
  const sink = new Sink();
  const standsOut = {
    bands: findBands(tally, limits),
    patterns: findPatterns(tally, limits),
    steps: findSteps(tally),
  };
  if (format === 'json')
    sink.write(
      `${JSON.stringify({ events: total, ...Object.fromEntries(Object.entries(counts).map(([name, map]) => [name, Object.fromEntries(sorted(map))])), ...standsOutJson(standsOut) }, null, 2)}\n`,
    );
  else if (format === 'csv') {
    sink.write(csvLine(['dimension', 'value', 'count']));
    for (const [name, map] of Object.entries(counts))
      for (const [value, count] of sorted(map)) sink.write(csvLine([name, value, count]));
  } else {
    sink.write(`${paint('bold', `${total} events`)}\n`);
    if (total > 0) sink.write(standsOutText(standsOut));
    for (const [name, map] of Object.entries(counts)) sink.write(table(name, sorted(map), top));
  }
  sink.flush();
  return exitCode(run);
}

function add(map: Map<string, number>, value: string): void {
  const count = map.get(value);
  if (count !== undefined) map.set(value, count + 1);
  else if (map.size >= MAX_VALUES) map.set('(others)', (map.get('(others)') ?? 0) + 1);
  // A part of a string keeps the whole of it in memory, here the piece of the log that it was cut out of.
  else map.set(Buffer.from(value).toString(), 1);
}

function sorted(map: ReadonlyMap<string, number>): [string, number][] {
  return [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function table(name: string, rows: readonly [string, number][], top: number): string {
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  const lines = rows
    .slice(0, top)
    .map(
      ([value, count]) =>
        `  ${String(count).padStart(8)}  ${((100 * count) / all).toFixed(1).padStart(5)} %  ${terminalText(value)}`,
    );
  if (rows.length > top) lines.push(paint('dim', `  … and ${rows.length - top} more (--top ${rows.length} shows all)`));
  return `\n${paint('bold', `By ${name}`)}\n${lines.join('\n')}\n`;
}

/** The bands' limits as the library takes them. */
function bandLimits(options: SummaryCommand): Required<RateBandOptions> {
  const investigate = percentOf('--investigate', options.investigate) ?? rateBandDefaults.investigate;
  const stop = percentOf('--stop', options.stop) ?? rateBandDefaults.stop;
  if (investigate >= stop)
    throw new UsageError(
      `--investigate ${options.investigate ?? 100 * investigate} --stop ${options.stop ?? 100 * stop}: write less for --investigate than for --stop.`,
    );
  const minSample = Number(options.minSample ?? rateBandDefaults.minSample);
  if (!Number.isSafeInteger(minSample) || minSample < 1)
    throw new UsageError(`--min-sample ${options.minSample}: write a whole number above zero.`);
  return { investigate, stop, minSample };
}

function percentOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const percent = Number(text);
  if (!(text.trim() !== '' && percent > 0 && percent < 100))
    throw new UsageError(`${option} ${text}: write a percentage between 0 and 100, such as 0.5.`);
  return percent / 100;
}
