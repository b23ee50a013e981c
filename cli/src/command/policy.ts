import {
  type Action,
  builtInPolicy,
  changeOf,
  comparePolicies,
  type Policy,
  PolicyError,
  parsePolicy,
} from '@whybounce/core';
import { csvLine } from '@whybounce/core/record-format';
import { duration } from '@whybounce/web/wording';
import { EXIT_DECODED, exitCode } from '../exit-code.ts';
import { readDataFile } from '../input/data-file.ts';
import { paint } from '../output/paint.ts';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import { decodeOptions, type InputOptions, readInputs, rulesOf } from './run.ts';

/** Options of `whybounce policy`. */
export interface PolicyCommand extends InputOptions {
  readonly format?: string;
  readonly top?: string;
}

/** An operator's policy from its file; the built-in one where none is named. */
export async function policyOf(path: string | undefined): Promise<Policy> {
  if (path === undefined) return builtInPolicy();
  try {
    return parsePolicy(await readDataFile(path));
  } catch (error) {
    if (error instanceof PolicyError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

/** `whybounce policy show [FILE]`: every row, one a line. Returns the exit code. */
export async function policyShow(path: string | undefined, options: PolicyCommand): Promise<number> {
  const policy = await policyOf(path);
  const sink = new Sink();
  const rows = [
    ...policy.rows.map((row) => ({ ...row, own: policy.isOwn(row) })),
    ...Object.entries(policy.whileOpen).map(([reason, action]) => ({
      causes: [],
      reasons: [reason],
      ...action,
      own: false,
    })),
  ];
  if (options.format === 'json') {
    sink.write(`${JSON.stringify({ byCause: policy.rows, whileOpen: policy.whileOpen }, null, 2)}\n`);
  } else if (options.format === 'csv') {
    sink.write(csvLine(['cause', 'reasons', 'when', 'do', 'retry_after_seconds', 'then', 'why']));
    for (const { causes, reasons = [], do: deed, retryAfter, then, why, ...row } of rows) {
      const when = 'when' in row ? row.when : undefined;
      for (const cause of causes.length > 0 ? causes : [null])
        sink.write(csvLine([cause, reasons.join(' '), when?.join(' ') ?? null, deed, retryAfter, then, why]));
    }
  } else {
    for (const { causes, reasons, own, ...row } of rows) {
      const when = 'when' in row ? row.when : undefined;
      const what =
        causes.length > 0 ? causes.join(', ') : `${reasons?.join(', ')} ${paint('dim', 'while no cause stands out')}`;
      const limits = [
        ...(causes.length > 0 && reasons !== undefined ? [`behind ${reasons.join(', ')}`] : []),
        ...(when === undefined ? [] : [`when ${when.join(' and ')}`]),
        ...(own ? ['your own'] : []),
      ];
      sink.write(
        `${paint('bold', sayAction(row).padEnd(34))} ${what}${limits.length === 0 ? '' : paint('dim', ` (${limits.join('; ')})`)}\n`,
      );
    }
  }
  sink.flush();
  return EXIT_DECODED;
}

/** `whybounce policy diff FILE`: what it does otherwise than the built-in one. Returns the exit code. */
export async function policyDiff(path: string, options: PolicyCommand): Promise<number> {
  const differences = comparePolicies(await policyOf(path));
  const sink = new Sink();
  if (options.format === 'json') sink.write(`${JSON.stringify(differences, null, 2)}\n`);
  else {
    for (const { cause, reason, before, after } of differences)
      sink.write(
        `${reason}  ${cause ?? paint('dim', 'while no cause stands out')}\n  - ${sayAction(before)}\n  + ${sayAction(after)}\n`,
      );
    sink.write(`${differences.length} differences from the built-in policy\n`);
  }
  sink.flush();
  return EXIT_DECODED;
}

/** Changed events that are shown one by one. */
const SHOWN = 50;

/** `whybounce policy try FILE PATH…`: a dry run over past events. Returns the exit code. */
export async function policyTry(path: string, paths: readonly string[], options: PolicyCommand): Promise<number> {
  const policy = await policyOf(path);
  const counts = new Map<string, number>();
  const shown: string[] = [];
  const json = options.format === 'json';
  const sink = new Sink();
  let failures = 0;
  const rules = await rulesOf(options);
  const run = await readInputs(paths, { ...decodeOptions(options), rules }, (event) => {
    if (event.kind !== 'bounce' && event.kind !== 'deferral') return;
    failures++;
    const change = changeOf(event, policy, { rules });
    if (change === null) return;
    const { before, after } = change;
    if (json) {
      const { input, recipient, diagnosis } = event;
      sink.write(
        `${JSON.stringify({ input, recipient, reason: diagnosis?.reason, cause: diagnosis?.cause, before, after })}\n`,
      );
    } else if (shown.length < SHOWN) {
      shown.push(
        `  ${terminalText(event.recipient ?? event.input)}  ${event.diagnosis?.reason}: ${sayAction(before)} → ${sayAction(after)}`,
      );
    }
    const key = `${before.do} → ${after.do}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  if (!json) {
    const changed = [...counts.values()].reduce((a, b) => a + b, 0);
    sink.write(`${changed} of ${failures} failures would be handled otherwise\n`);
    for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
      sink.write(`  ${String(count).padStart(8)}  ${key}\n`);
    if (shown.length > 0) sink.write(`${shown.join('\n')}\n`);
    if (changed > shown.length)
      sink.write(paint('dim', `  … and ${changed - shown.length} more (--format json prints all)\n`));
  }
  sink.flush();
  return exitCode(run);
}

function sayAction({ do: deed, retryAfter, then }: Action): string {
  return `${deed}${retryAfter === null ? '' : ` after ${duration(retryAfter)}`}${then === null ? '' : `, then ${then}`}`;
}
