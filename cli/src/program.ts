import { Command, CommanderError, Help, type Option } from 'commander';
import { completionScript } from './command/completion.ts';
import { EXIT_DECODED, EXIT_USAGE } from './exit-code.ts';
import { Sink } from './output/sink.ts';
import { terminalText } from './output/terminal-text.ts';
import { addCheckCommands } from './register/check-commands.ts';
import { addFailureCommands } from './register/failure-commands.ts';
import { addOperatorCommands } from './register/operator-commands.ts';
import type { Done } from './register/options.ts';
import { addPageCommands } from './register/page-commands.ts';
import { addReadingCommands } from './register/reading-commands.ts';
import { addRecordCommands } from './register/record-commands.ts';
import { addServeCommand } from './register/serve-command.ts';
import { version } from './version.ts';

const examples = `
Examples:
  whybounce "550 5.4.1 Recipient address rejected: Access denied"
  whybounce decode bounce.eml                      what one bounce says
  whybounce decode --format ndjson Maildir/        one record a line, for programs
  zcat /var/log/mail.log.1.gz | whybounce decode --as log/postfix --format csv
  whybounce decode --as reply replies.txt          one SMTP reply per line
  whybounce explain bounce.eml                     which causes are likely, and what to ask next
  whybounce summary bounces.mbox                   rates, what stands out, counts
  whybounce packet bounce.eml                      what to send to the other side's administrator
  whybounce redact bounce.eml                      the same without addresses, names, hosts
  whybounce check example.com                      what is wrong with a domain; also check ip, check mx
  whybounce spf tree example.com                   its SPF with every look-up; also dmarc, mta-sts, dkim
  whybounce code 5.4.1                             what a code means, and who says it
  whybounce search "access denied"                 pages that lead further
  whybounce serve                                  the same as web pages on this machine

Exit codes: 0 decoded, 1 nothing was a delivery event, 2 wrong usage, 3 an input could not be read.
Of check, test and the commands about records: 0 in order, 1 something failed, 2 wrong usage, 3 nothing could be
determined; "--help" of each has its own.
`;

/** Runs the command line and returns the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code = EXIT_DECODED;
  const program = whybounceProgram((exit) => {
    code = exit;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_DECODED : EXIT_USAGE;
  }
  return code;
}

/** The command line with all of its commands. */
export function whybounceProgram(done: Done): Command {
  const program = new Command('whybounce')
    .description('Tells why mail bounced, how sure that is, who must act, and what to do now.')
    .version(version)
    .exitOverride()
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({
      writeOut: print,
      writeErr: (text) => process.stderr.write(text.split('\n').map(terminalText).join('\n')),
    })
    .showHelpAfterError('(whybounce --help shows examples)')
    .addHelpText('after', examples);
  addReadingCommands(program, done);
  addFailureCommands(program, done);
  addCheckCommands(program, done);
  addRecordCommands(program, done);
  addOperatorCommands(program, done);
  addPageCommands(program, done);
  addServeCommand(program, done);
  program
    .command('completion')
    .description('print a completion script: eval "$(whybounce completion bash)"')
    .argument('<SHELL>', 'bash, zsh or fish')
    .action((shell: string) => print(completionScript(shell, optionsOf(program), subcommandsOf(program))));
  return program;
}

/** An option that may be repeated begins with an empty list: that is no default to tell anybody. */
function describeOption(option: Option): string {
  const { defaultValue } = option;
  const isEmpty = Array.isArray(defaultValue) && defaultValue.length === 0;
  return isEmpty ? option.description : new Help().optionDescription(option);
}

/** Standard output by way of the sink, for which a reader that goes away (`--help | head`) is no fault. */
function print(text: string): void {
  const sink = new Sink();
  sink.write(text);
  sink.flush();
}

/** The subcommands of the commands that have some. */
function subcommandsOf(program: Command): ReadonlyMap<string, readonly string[]> {
  return new Map(
    program.commands
      .filter(({ commands }) => commands.length > 0)
      .map((command) => [command.name(), command.commands.map((sub) => sub.name())]),
  );
}

/** The long options of all commands, each once, sorted. */
function optionsOf(program: Command): string[] {
  const own = program.options.flatMap(({ long }) => long ?? []);
  return [...new Set([...own, ...program.commands.flatMap(optionsOf)])].sort();
}
