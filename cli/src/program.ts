import { inputForms } from '@whybounce/core';
import { Command, CommanderError } from 'commander';
import type { ChecklistCommand } from './command/checklist.ts';
import { completionScript } from './command/completion.ts';
import { type DecodeCommand, decodeCommand, decodeWords } from './command/decode.ts';
import type { ExplainCommand } from './command/explain.ts';
import type { PacketCommand } from './command/packet.ts';
import { addPageCommands } from './command/pages.ts';
import type { PolicyCommand } from './command/policy.ts';
import type { RulesTestCommand } from './command/rules.ts';
import { type SummaryCommand, summaryCommand } from './command/summary.ts';
import { EXIT_DECODED, EXIT_USAGE } from './exit-code.ts';
import { Sink } from './output/sink.ts';
import { terminalText } from './output/terminal-text.ts';
import { outputFormats } from './output/writer.ts';
import { version } from './version.ts';

const examples = `
Examples:
  whybounce "550 5.4.1 Recipient address rejected: Access denied"
  whybounce decode bounce.eml                      what one bounce says
  whybounce decode --format ndjson Maildir/        one record a line, for programs
  zcat /var/log/mail.log.1.gz | whybounce decode --as log/postfix --format csv
  whybounce decode --as reply replies.txt          one SMTP reply per line
  whybounce explain bounce.eml                     which causes are likely, and what to ask next
  whybounce summary bounces.mbox                   counts by domain, provider, reason, action
  whybounce code 5.4.1                             what a code means, and who says it
  whybounce search "access denied"                 pages that lead further

Exit codes: 0 decoded, 1 nothing was a delivery event, 2 wrong usage, 3 an input could not be read.
`;

/** Runs the command line and returns the exit code. */
export async function runProgram(args: readonly string[]): Promise<number> {
  let code = EXIT_DECODED;
  const program = new Command('whybounce')
    .description('Tells why mail bounced, how sure that is, who must act, and what to do now.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text.split('\n').map(terminalText).join('\n')) })
    .showHelpAfterError('(whybounce --help shows examples)')
    .addHelpText('after', examples);
  withRules(withInput(program.command('decode')))
    .description('decode bounces, replies, logs, webhooks, mailboxes; standard input without PATH')
    .argument('[PATH...]', 'files, folders, maildirs, - for standard input')
    .option('--format <format>', outputFormats.join(' | '), 'pretty')
    .option('--bom', 'begin CSV with a byte-order mark, for Excel')
    .option('--policy <file>', 'act by your own policy (whybounce policy --help)')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: DecodeCommand) => {
      code = await decodeCommand(paths, options);
    });
  withRules(withInput(program.command('summary')))
    .description('count failures by domain, provider, reason and action; say what stands out')
    .argument('[PATH...]', 'files, folders, maildirs, - for standard input')
    .option('--format <format>', 'pretty | json | csv', 'pretty')
    .option('--top <count>', 'rows shown of each table', '15')
    .option('--investigate <percent>', 'bounce rate above which somebody should look', '0.5')
    .option('--stop <percent>', 'bounce rate above which sending should stop', '2')
    .option('--min-sample <count>', 'attempts below which a rate is not judged', '100')
    .action(async (paths: string[], options: SummaryCommand) => {
      code = await summaryCommand(paths, options);
    });
  withRules(withInput(program.command('explain')))
    .description('why it can have happened, what speaks for each cause, and what to find out next')
    .argument('[PATH...]', 'a file, a pasted refusal, - for standard input')
    .option('--event <number>', 'which failure of an input that has several')
    .option(
      '--answer <question=answer>',
      'an answer, such as control-recipient-same-domain=yes; may be repeated',
      collect,
      [],
    )
    .option('--policy <file>', 'act by your own policy (whybounce policy --help)')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (paths: string[], options: ExplainCommand) => {
      code = await (await import('./command/explain.ts')).explainCommand(paths, options);
    });
  withInput(program.command('packet'))
    .description('what the administrator of the other side needs: two sentences to forward, facts, trace command')
    .argument('[PATH...]', 'a file, a pasted refusal, - for standard input')
    .option('--event <number>', 'which failure of an input that has several')
    .option('--format <format>', 'text | markdown | eml | json', 'text')
    .option('--recipient <address>', 'whom it was for, where the input does not say')
    .option('--sender <address>', 'the return path')
    .option('--sent-at <time>', 'when it was sent, such as 2026-05-27T14:30Z')
    .option('--sending-ip <ip>', 'the public address of your outgoing server')
    .option('--helo <name>', 'the name that it greets with')
    .option('--message-id <id>', 'the Message-ID of the message')
    .option('--contact <text>', 'who answers questions')
    .option('--redact', 'pseudonyms instead of addresses, hosts and ids')
    .option('--to <address>', 'eml: whom the draft is for')
    .option('--from <address>', 'eml: who writes it')
    .action(async (paths: string[], options: PacketCommand) => {
      code = await (await import('./command/packet.ts')).packetCommand(paths, options);
    });
  withInput(program.command('checklist'))
    .description("what the recipient's administrator looks at, with commands that only read")
    .argument('[PATH...]', 'a file, a pasted refusal, - for standard input')
    .option('--event <number>', 'which failure of an input that has several')
    .option(
      '--paste <step=file>',
      'say what the output of a step means; - for standard input; may be repeated',
      collect,
      [],
    )
    .option('--recipient <address>', 'whom it was for, where the input does not say')
    .option('--sender <address>', 'the return path')
    .option('--sending-ip <ip>', 'the public address of your outgoing server')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (paths: string[], options: ChecklistCommand) => {
      code = await (await import('./command/checklist.ts')).checklistCommand(paths, options);
    });
  const policy = program
    .command('policy')
    .description('what is done for each cause; your own policy, and a dry run of it');
  policy
    .command('show')
    .description('the built-in policy, or yours over it')
    .argument('[FILE]', 'your policy: YAML or JSON')
    .option('--format <format>', 'pretty | json | csv', 'pretty')
    .action(async (file: string | undefined, options: PolicyCommand) => {
      code = await (await import('./command/policy.ts')).policyShow(file, options);
    });
  policy
    .command('diff')
    .description('what your policy does otherwise than the built-in one')
    .argument('<FILE>', 'your policy: YAML or JSON')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (file: string, options: PolicyCommand) => {
      code = await (await import('./command/policy.ts')).policyDiff(file, options);
    });
  withInput(policy.command('try'))
    .description('a dry run: what your policy would have done otherwise with past events')
    .argument('<FILE>', 'your policy: YAML or JSON')
    .argument('[PATH...]', 'files, folders, maildirs, - for standard input')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (file: string, paths: string[], options: PolicyCommand) => {
      code = await (await import('./command/policy.ts')).policyTry(file, paths, options);
    });
  addPageCommands(program, (exit) => {
    code = exit;
  });
  const rules = program
    .command('rules')
    .description('which rule reads a reply and why; your own rules, validated and proven');
  withRules(rules.command('test'))
    .description('the rule that reads a reply, why it wins, and which others hold or nearly do')
    .argument('<LINE...>', 'a reply of a server, in quotes')
    .option('--host <name>', 'the server that gave it')
    .option('--recipient-domain <domain>', 'the domain of the address that was refused')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (words: string[], options: RulesTestCommand) => {
      code = await (await import('./command/rules.ts')).rulesTest(words, options);
    });
  rules
    .command('check')
    .description('validate files of your own rules and prove them by their lines')
    .argument('<FILE...>', 'YAML or JSON')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (files: string[], options: { format?: string }) => {
      code = await (await import('./command/rules.ts')).rulesCheck(files, options);
    });
  program
    .command('completion')
    .description('print a completion script: eval "$(whybounce completion bash)"')
    .argument('<SHELL>', 'bash, zsh or fish')
    .action((shell: string) => {
      const sink = new Sink();
      sink.write(completionScript(shell));
      sink.flush();
    });
  withRules(withInput(program.command('words', { hidden: true })))
    .argument('<WORDS...>')
    .option('--format <format>', outputFormats.join(' | '), 'pretty')
    .option('--policy <file>')
    .action(async (words: string[], options: DecodeCommand) => {
      code = await decodeWords(words.join(' '), options);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_DECODED : EXIT_USAGE;
  }
  return code;
}

/** Lets a command read refusals by an operator's overlays too. */
function withRules(command: Command): Command {
  return command.option(
    '--rules <file>',
    'lay your own rules over the built-in ones: YAML or JSON; may be repeated',
    collect,
    [],
  );
}

/** Gathers the values of an option that may be repeated. */
function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

function withInput(command: Command): Command {
  return command
    .option(
      '--as <form>',
      `do not guess the form of the input: ${inputForms.join(', ')}; log/exim, webhook/ses … name the dialect too`,
    )
    .option('--utc-offset <offset>', 'zone of times that are written without one, such as +09:00 (default: UTC)');
}
