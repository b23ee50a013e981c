import type { Command } from 'commander';
import type { CheckCommand } from '../command/check.ts';
import type { TestCommand } from '../command/test-message.ts';
import { collect, type Done, failOn } from './options.ts';

const exits = `
Exit codes: 0 nothing of the severity failed, 1 something did, 2 wrong usage, 3 nothing could be determined.
`;
const ofSeveral = 'Of several domains the worst counts: 1 before 3 before 0.\n';
const checkExamples = `
Examples:
  whybounce check example.com                     a domain; "check domain --help" names its options
  whybounce check example.com example.net         several: their reports one after the other
  whybounce check ip 192.0.2.1                    an address that sends
  whybounce check mx mx1.example.com              one mail server
`;

/** Options of every command that asks the DNS. */
export function withWorld(command: Command): Command {
  return command
    .option(
      '--resolver <address>',
      'ask this DNS server, such as 192.0.2.53 or 127.0.0.1:5353; may be repeated',
      collect,
      [],
    )
    .option('--timeout <seconds>', 'what takes longer is told as undetermined (default: 30)');
}

/** Options of the commands that may ask blocklists and mail servers too. */
export function withConnections(command: Command): Command {
  return withWorld(command)
    .option('--no-connect', 'do not connect to mail servers')
    .option('--no-lists', 'do not ask blocklists')
    .option('--list-key <operator=key>', 'your key for a blocklist that wants one; may be repeated', collect, [])
    .option('--hello-name <name>', 'the name to greet mail servers with (default: that of this machine)');
}

/** Options of the commands that print a report. */
export function withReport(command: Command): Command {
  return command
    .option('--format <format>', 'pretty | json | ndjson | sarif', 'pretty')
    .option(...failOn)
    .option('--before <file>', 'say what changed since an earlier report, kept with --format json')
    .option('--all', 'tell in full what is in order too')
    .addHelpText('after', exits);
}

/** The commands that look at the world: a domain, an address, a mail server. */
export function addCheckCommands(program: Command, done: Done): void {
  const check = program
    .command('check')
    .description('what is wrong with domains, a sending address, a mail server')
    .usage(
      '[options] <DOMAIN...>\n       whybounce check ip [options] <ADDRESS>\n       whybounce check mx [options] <HOST>',
    )
    .addHelpText('after', `${checkExamples}${exits}${ofSeveral}`);
  const run = async (
    kind: 'domain' | 'ip' | 'mx',
    subjects: readonly string[],
    options: CheckCommand,
  ): Promise<void> => {
    done(await (await import('../command/check.ts')).checkCommand(kind, subjects, options));
  };
  withReport(withConnections(check.command('domain', { isDefault: true })))
    .description('DNS, mail servers, SPF, DKIM, DMARC, TLS, MTA-STS, DANE, blocklists of a domain, or of several')
    .argument('<DOMAIN...>')
    .option('--ip <address>', 'an address that sends for it')
    .option('--helo <name>', 'the name that the sending server greets with')
    .option('--selector <name>', 'a DKIM selector in use, or selector@signing.domain; may be repeated', collect, [])
    .option('--from <address>', 'the return path (MAIL FROM) of its mail')
    .option('--rcpt <address>', 'an address that bounced: its mail server is asked again, without sending anything')
    .option('--refusal <text>', 'what was said to it, to be held against the answer of today')
    .option('--learn <file>', 'a message or bounce from which DKIM selectors are learnt; may be repeated', collect, [])
    .addHelpText('after', ofSeveral)
    .action((domains: string[], options: CheckCommand) => run('domain', domains, options));
  withReport(withConnections(check.command('ip')))
    .description('reverse name, greeting, SPF and blocklists of an address that sends')
    .argument('<ADDRESS>')
    .option('--helo <name>', 'the name that the sending server greets with')
    .option('--from <address>', 'the return path (MAIL FROM) of its mail')
    .action((ip: string, options: CheckCommand) => run('ip', [ip], options));
  withReport(withConnections(check.command('mx')))
    .description('how one mail server greets, encrypts and answers; nothing is ever sent')
    .argument('<HOST>')
    .option('--rcpt <address>', 'an address that bounced there')
    .option('--refusal <text>', 'what was said to it')
    .action((host: string, options: CheckCommand) => run('mx', [host], options));
  withReport(withConnections(program.command('test')))
    .description('what receivers find in a message: authentication, sender, content, what bulk senders must have')
    .argument('<MESSAGE>', 'the message with its whole source, - for standard input')
    .option('--ip <address>', 'the address that sent it, where its header does not tell')
    .option('--helo <name>', 'the name that it greeted with')
    .option('--from <address>', 'its return path (MAIL FROM)')
    .option('--received <time>', 'when it came, such as 2026-05-27T14:30Z')
    .action(async (message: string, options: TestCommand) =>
      done(await (await import('../command/test-message.ts')).testCommand(message, options)),
    );
}
