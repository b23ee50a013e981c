import { inputForms } from '@whybounce/core';
import type { Command } from 'commander';

/** Takes the exit code of the command that ran. */
export type Done = (code: number) => void;

/** Options of every command that reads inputs. */
export function withInput(command: Command): Command {
  return command
    .option(
      '--as <form>',
      `do not guess the form of the input: ${inputForms.join(', ')}; log/exim, webhook/ses … name the dialect too`,
    )
    .option('--utc-offset <offset>', 'zone of times that are written without one, such as +09:00 (default: UTC)');
}

/** Lets a command read refusals by an operator's overlays too. */
export function withRules(command: Command): Command {
  return command.option(
    '--rules <file>',
    'lay your own rules over the built-in ones: YAML or JSON; may be repeated',
    collect,
    [],
  );
}

/** Lets a command act by an operator's policy. */
export function withPolicy(command: Command): Command {
  return command.option('--policy <file>', 'act by your own policy (whybounce policy --help)');
}

/** Options and argument of a command that is about one failure of its input. */
export function aboutOneFailure(command: Command): Command {
  return withRules(withInput(command))
    .argument('[PATH...]', 'a file, a pasted refusal, - for standard input')
    .option('--event <number>', 'which failure of an input that has several');
}

/** From which severity on a command ends with 1: the words of reports, and those of JSON in brackets. */
export const failOn = [
  '--fail-on <severity>',
  'exit with 1 from this severity on: critical, serious (high), moderate (medium), minor (low), info (default: serious)',
] as const;

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
