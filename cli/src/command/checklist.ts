import { closeSync, openSync, readSync } from 'node:fs';
import type { BounceEvent } from '@whybounce/core';
import {
  type AnswerSubject,
  type Checklist,
  checklistStep,
  checklistStepIds,
  type ReadAnswer,
  readAnswer,
  recipientChecklist,
} from '@whybounce/core/checklist';
import type { PacketContext } from '@whybounce/core/escalate';
import { EXIT_DECODED, EXIT_NOTHING, EXIT_UNREADABLE } from '../exit-code.ts';
import { explain } from '../input/expand-paths.ts';
import { block, labelled } from '../output/layout.ts';
import { paint } from '../output/paint.ts';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import { type ChooseOptions, chosenFailure } from './chosen-failure.ts';
import { type ContextOptions, contextOf } from './packet-context.ts';

/** Options of `whybounce checklist`. */
export interface ChecklistCommand extends ChooseOptions, Pick<ContextOptions, 'recipient' | 'sender' | 'sendingIp'> {
  readonly format?: string;
  /** `STEP=FILE` each. */
  readonly paste?: readonly string[];
}

/** What the output of a step means. */
interface Answered extends ReadAnswer {
  readonly step: string;
}

/**
 * `whybounce checklist PATH`: what the recipient's administrator looks at, with commands that only read; `--paste`
 * says what their output means. Returns the exit code.
 */
export async function checklistCommand(paths: readonly string[], options: ChecklistCommand): Promise<number> {
  const format = options.format ?? 'pretty';
  if (format !== 'pretty' && format !== 'json')
    throw new UsageError(`--format ${format}: checklist prints pretty or json.`);
  const context = contextOf(options);
  const pastes = (options.paste ?? []).map(parsePaste);
  const fromStandardInput = pastes.filter(({ file }) => file === '-').length;
  if (fromStandardInput > 1 || (fromStandardInput === 1 && paths.includes('-')))
    throw new UsageError('Standard input can be read once: write - only once.');
  // Without a refusal an answer can still be read; without either, the refusal comes from standard input.
  const isAnswerOnly = paths.length === 0 && pastes.length > 0;
  const { event, unreadable } = isAnswerOnly ? { event: null, unreadable: 0 } : await chosenFailure(paths, options);
  if (event === null && !isAnswerOnly) return unreadable > 0 ? EXIT_UNREADABLE : EXIT_NOTHING;
  let lost = unreadable;
  const answers: Answered[] = [];
  for (const { step, file } of pastes) {
    try {
      answers.push({ step, ...readAnswer(step, readPaste(file), subjectOf(event, context)) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      lost++;
      process.stderr.write(`whybounce: ${terminalText(explain(file, error))}\n`);
    }
  }
  const sink = new Sink();
  if (format === 'json') {
    const checklist = event === null ? null : recipientChecklist(event, context);
    sink.write(`${JSON.stringify({ checklist, answers }, null, 2)}\n`);
  } else if (pastes.length > 0) sink.write(answers.map((answer) => prettyAnswer(answer)).join('\n'));
  else sink.write(prettyChecklist(recipientChecklist(event as BounceEvent, context)));
  sink.flush();
  return lost > 0 ? EXIT_UNREADABLE : EXIT_DECODED;
}

/** What answers are about: what was given outranks what the refusal says. */
function subjectOf(event: BounceEvent | null, { recipient, sender, sendingIp }: PacketContext): AnswerSubject {
  return {
    recipient: recipient ?? event?.recipient ?? null,
    sender: sender ?? event?.sender ?? null,
    sendingMta: { host: null, ip: sendingIp ?? event?.sendingMta.ip ?? null },
  };
}

function parsePaste(text: string): { step: string; file: string } {
  const equals = text.indexOf('=');
  const step = text.slice(0, Math.max(equals, 0));
  const file = text.slice(equals + 1);
  if (equals < 1 || file === '')
    throw new UsageError(
      `--paste ${text}: write STEP=FILE, such as m365-recipient=output.txt, or STEP=- for standard input.`,
    );
  if (checklistStep(step) === null)
    throw new UsageError(`--paste ${text}: there is no step ${step}. Write one of ${checklistStepIds().join(', ')}.`);
  return { step, file };
}

/** More than any step prints; a longer text is told as too long. */
const MAX_BYTES = 1_048_576;

/** The text of a file, whichever way a shell wrote it: PowerShell's `>` makes UTF-16. */
function readPaste(file: string): string {
  const buffer = Buffer.allocUnsafe(MAX_BYTES);
  const descriptor = file === '-' ? 0 : openSync(file, 'r');
  let length = 0;
  try {
    for (let count = -1; count !== 0 && length < MAX_BYTES; length += count)
      count = readSync(descriptor, buffer, length, MAX_BYTES - length, null);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
  const bytes = buffer.subarray(0, length);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function prettyChecklist({ system, prepare, items, note }: Checklist): string {
  const lines = [paint('bold', `Checklist for the administrator of ${system}`)];
  if (note !== null) lines.push(block('  ', note));
  if (prepare !== null) lines.push(block('  ', prepare));
  for (const [i, { id, title, why, where, command, outcomes }] of items.entries()) {
    lines.push('', `${paint('bold', `${i + 1}. ${title}`)}  ${paint('dim', id)}`, block('   ', why));
    lines.push(block('   ', where), `     ${paint('cyan', terminalText(command))}`);
    for (const { means } of outcomes) lines.push(block('   - ', means));
  }
  if (items.length > 0)
    lines.push(
      '',
      block('', 'Every command only reads. What the output of one means: whybounce checklist --paste STEP=FILE'),
    );
  return `${lines.join('\n')}\n`;
}

function prettyAnswer({ step, outcome, says, conclusion }: Answered): string {
  const lines = [`${paint('bold', checklistStep(step)?.title ?? step)}  ${paint('dim', step)}`];
  lines.push(labelled('It says', says), labelled('Do now', conclusion));
  if (outcome !== null) lines.push(labelled('Evidence', `whybounce explain --answer ${outcome.replace(':', '=')}`));
  return `${lines.join('\n')}\n`;
}
