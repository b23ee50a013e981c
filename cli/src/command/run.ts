import {
  type BounceEvent,
  type DecodeOptions,
  type InputForm,
  inputForms,
  logDialectNames,
  type RuleSet,
  webhookVendorNames,
} from '@whybounce/core';
import { expandPaths, explain } from '../input/expand-paths.ts';
import { readFileInput, readStandardInput } from '../input/read-input.ts';
import { Progress } from '../output/progress.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';

/** What all commands that read inputs take. */
export interface InputOptions {
  readonly as?: string;
  readonly utcOffset?: string;
  /** Overlay files, as `--rules` names them. */
  readonly rules?: readonly string[];
}

/** What became of the inputs. */
export interface Run {
  /** Delivery events: bounces, deferrals, deliveries, complaints, automatic answers, challenges. */
  events: number;
  /** Inputs that could not be read. */
  unreadable: number;
}

/** `--as` and its kin as the library takes them: `mail`, `log`, `log/exim`, `webhook/sendgrid`. */
export function decodeOptions({ as, utcOffset }: InputOptions): DecodeOptions {
  const [form, dialect] = as?.split('/', 2) ?? [];
  if (form !== undefined && !inputForms.includes(form as InputForm)) {
    throw new UsageError(
      `--as ${form}: there is no such form. Write one of ${inputForms.join(', ')}, or log/exim, webhook/sendgrid and the like.`,
    );
  }
  if (dialect !== undefined && form !== 'log' && form !== 'webhook')
    throw new UsageError(`--as ${as}: only log and webhook have dialects. Write --as ${form}.`);
  if (dialect === '')
    throw new UsageError(
      `--as ${as}: the dialect is missing. Write --as ${form}, or ${form === 'log' ? 'log/exim' : 'webhook/sendgrid'} and the like.`,
    );
  const names = form === 'log' ? logDialectNames : webhookVendorNames;
  if (dialect !== undefined && !names.includes(dialect))
    throw new UsageError(`--as ${as}: there is no such dialect. Write one of ${names.join(', ')}.`);
  if (utcOffset !== undefined && !/^[+-]\d{2}:\d{2}$/.test(utcOffset))
    throw new UsageError(`--utc-offset ${utcOffset}: write it as +09:00 or -05:00.`);
  return { as: form as InputForm | undefined, dialect, now: new Date(), utcOffset };
}

/** The rules that `--rules` asks for: the built-in ones with overlays over them; undefined where it names none. */
export async function rulesOf({ rules = [] }: InputOptions): Promise<RuleSet | undefined> {
  return rules.length === 0 ? undefined : (await import('../input/overlay-file.ts')).rulesFromFiles(rules);
}

/** Warnings that say that an input was not read to its end. */
const damaged = new Set(['gzip-broken', 'gzip-bomb', 'input-cut']);

/** Reads all inputs in their order. What cannot be read is said on standard error; the rest goes on. */
export async function readInputs(
  paths: readonly string[],
  options: DecodeOptions,
  emit: (event: BounceEvent) => void,
): Promise<Run> {
  const run: Run = { events: 0, unreadable: 0 };
  const count = (event: BounceEvent): void => {
    if (event.kind !== 'other') run.events++;
    for (const { code, message } of event.warnings) if (damaged.has(code)) complain(run, `${event.input}: ${message}`);
    emit(event);
  };
  const files = expandPaths(paths.length === 0 ? ['-'] : paths);
  const progress = new Progress(files.reduce((sum, file) => sum + file.size, 0));
  for (const file of files) {
    if (file.problem !== null) {
      complain(run, file.problem);
      continue;
    }
    try {
      if (file.path === '-') await readStandardInput(options, count);
      else readFileInput(file, options, count, (bytes) => progress.add(bytes));
    } catch (error) {
      if (error instanceof RangeError || (error as NodeJS.ErrnoException).code !== undefined)
        complain(run, explain(file.path, error));
      else throw error;
    }
  }
  progress.end();
  return run;
}

function complain(run: Run, problem: string): void {
  run.unreadable++;
  process.stderr.write(`whybounce: ${terminalText(problem)}\n`);
}
