import type { Command } from 'commander';
import type { ChecklistCommand } from '../command/checklist.ts';
import type { ExplainCommand } from '../command/explain.ts';
import type { PacketCommand } from '../command/packet.ts';
import type { RedactCommand } from '../command/redact.ts';
import { withConnections } from './check-commands.ts';
import { aboutOneFailure, collect, type Done, withPolicy } from './options.ts';

const explainExits = `
--resolver, --timeout, --no-connect, --no-lists, --list-key and --hello-name are for --check.

Exit codes: 0 explained, 1 nothing was a delivery event, 2 wrong usage, 3 an input could not be read.
What --check could not find out changes none of them.
`;

/** The commands about one failure: why, what to send to the other side, and what to take out before. */
export function addFailureCommands(program: Command, done: Done): void {
  withConnections(withPolicy(aboutOneFailure(program.command('explain'))))
    .description('why it can have happened, what speaks for each cause, and what to find out next')
    .option(
      '--answer <question=answer>',
      'an answer, such as control-recipient-same-domain=yes; may be repeated',
      collect,
      [],
    )
    .option('--check', 'look at the DNS, the mail servers and the blocklists first: what they show ranks the causes')
    .option('--format <format>', 'pretty | json', 'pretty')
    .addHelpText('after', explainExits)
    .action(async (paths: string[], options: ExplainCommand) => {
      done(await (await import('../command/explain.ts')).explainCommand(paths, options));
    });
  aboutOneFailure(program.command('packet'))
    .description('what the administrator of the other side needs: two sentences to forward, facts, trace command')
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
      done(await (await import('../command/packet.ts')).packetCommand(paths, options));
    });
  aboutOneFailure(program.command('checklist'))
    .description("what the recipient's administrator looks at, with commands that only read")
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
      done(await (await import('../command/checklist.ts')).checklistCommand(paths, options));
    });
  program
    .command('redact')
    .description('the input with pseudonyms instead of addresses, names, hosts, IP addresses and ids')
    .argument('[PATH...]', 'text files, - for standard input')
    .option('--name <name>', 'a person or company that must not survive; may be repeated', collect, [])
    .action(async (paths: string[], options: RedactCommand) => {
      done(await (await import('../command/redact.ts')).redactCommand(paths, options));
    });
}
