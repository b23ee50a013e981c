import {
  builtInRules,
  faultSentence,
  type Overlay,
  OverlayError,
  type OverlayFault,
  rulesWith,
  tryRules,
} from '@whybounce/core';
import { counted } from '@whybounce/web/wording';
import { EXIT_DECODED, EXIT_NOTHING, EXIT_UNREADABLE } from '../exit-code.ts';
import { DataFileError } from '../input/data-file.ts';
import { readOverlayFile } from '../input/overlay-file.ts';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';
import { trialText } from '../output/trial-text.ts';
import { UsageError } from '../usage-error.ts';
import { rulesOf } from './run.ts';

/** Options of `whybounce rules test`. */
export interface RulesTestCommand {
  readonly host?: string;
  readonly recipientDomain?: string;
  readonly rules?: readonly string[];
  readonly format?: string;
}

/**
 * `whybounce rules test "LINE"`: which rule reads a reply, why, and which others hold or nearly do.
 * Returns the exit code: 0 where a rule reads it, 1 where none does.
 */
export async function rulesTest(words: readonly string[], options: RulesTestCommand): Promise<number> {
  const format = formatOf(options.format);
  const rules = (await rulesOf(options)) ?? builtInRules();
  const { host, recipientDomain } = options;
  const trial = tryRules(words.join(' '), { host, recipientDomain, rules });
  const sink = new Sink();
  if (format === 'json') sink.write(`${JSON.stringify(trial, null, 2)}\n`);
  else sink.write(await trialText(trial, rules));
  sink.flush();
  return trial.trail.length > 0 ? EXIT_DECODED : EXIT_NOTHING;
}

/** What became of a file that was checked. */
interface Checked {
  readonly file: string;
  readonly overlay: Overlay | null;
  readonly faults: readonly OverlayFault[];
  /** Whether the file could be opened at all. */
  readonly readable: boolean;
}

/**
 * `whybounce rules check FILE…`: validates overlays and proves them by their own lines, all together, as
 * they are used. Returns the exit code: 0 where all are right, 1 where one has a fault, 3 where one could
 * not be read.
 */
export async function rulesCheck(paths: readonly string[], options: { readonly format?: string }): Promise<number> {
  const format = formatOf(options.format);
  const checked = prove(await Promise.all(paths.map(check)));
  const sink = new Sink();
  if (format === 'json')
    sink.write(
      `${JSON.stringify(
        checked.map(({ file, readable, faults }) => ({ file, readable, faults })),
        null,
        2,
      )}\n`,
    );
  else for (const line of checked.flatMap(sayChecked)) sink.write(`${terminalText(line)}\n`);
  sink.flush();
  if (checked.some(({ readable }) => !readable)) return EXIT_UNREADABLE;
  return checked.some(({ faults }) => faults.length > 0) ? EXIT_NOTHING : EXIT_DECODED;
}

async function check(file: string): Promise<Checked> {
  try {
    return { file, overlay: await readOverlayFile(file), faults: [], readable: true };
  } catch (error) {
    if (error instanceof OverlayError) return { file, overlay: null, faults: error.faults, readable: true };
    if (error instanceof DataFileError)
      return { file, overlay: null, faults: [{ path: '', says: error.problem }], readable: error.readable };
    throw error;
  }
}

/** Lays those that are right by themselves over the built-in rules together; one with a fault is left out for the others. */
function prove(files: readonly Checked[]): readonly Checked[] {
  try {
    rulesWith(files.flatMap(({ overlay }) => overlay ?? []));
    return files;
  } catch (error) {
    if (!(error instanceof OverlayError)) throw error;
    const { source, faults } = error;
    return prove(files.map((one) => (one.overlay?.source === source ? { ...one, overlay: null, faults } : one)));
  }
}

function sayChecked({ file, overlay, faults }: Checked): string[] {
  if (overlay === null)
    return [`${file}: ${counted(faults.length, 'fault')}`, ...faults.map((fault) => `  ${faultSentence(fault)}`)];
  const { systems, disable, notes } = overlay;
  const entries = systems.flatMap((system) => system.entries);
  const proofs = entries.flatMap(({ matches, mustNotMatch }) => [...matches, ...mustNotMatch]);
  const parts = [
    counted(entries.length, 'rule'),
    `${counted(proofs.length, 'proof')} held`,
    `${disable.length} switched off`,
    counted(notes.size, 'note'),
  ];
  return [`${file}: right: ${parts.join(', ')}`];
}

function formatOf(format = 'pretty'): 'pretty' | 'json' {
  if (format === 'pretty' || format === 'json') return format;
  throw new UsageError(`--format ${format}: rules prints pretty or json.`);
}
