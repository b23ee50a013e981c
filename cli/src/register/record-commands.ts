import type { Command } from 'commander';
import type { ReportOptions } from '../command/check.ts';
import type { DkimGenerateCommand, DkimLintCommand } from '../command/dkim.ts';
import type { DmarcExplainCommand, DmarcGenerateCommand } from '../command/dmarc.ts';
import type { MtaStsGenerateCommand } from '../command/mta-sts.ts';
import type { RecordOptions } from '../command/record-subject.ts';
import type { SpfExplainCommand, SpfFlattenCommand, SpfGenerateCommand, SpfTreeCommand } from '../command/spf.ts';
import { withConnections, withReport, withWorld } from './check-commands.ts';
import { collect, type Done, failOn } from './options.ts';

const lintExits = `
Exit codes: 0 nothing critical or serious is wrong (--fail-on moves this), 1 something is, 2 wrong usage,
3 the DNS gave no answer.
`;
const explainExits = `
Exit codes: 0 explained, 1 there is no such record, or not the only one, 2 wrong usage, 3 the DNS gave no answer.
`;
const generateExits = `
Exit codes: 0 a record is proposed, 1 there is nothing to propose, 2 wrong usage, 3 what is published could not be
read, so nothing is proposed.
Nothing is ever published: copy the record into your DNS.
`;
const RECORD = 'a domain, a record in quotes, or - for a record on standard input';

function withFormat(command: Command): Command {
  return withWorld(command).option('--format <format>', 'pretty | json', 'pretty');
}

function withFindings(command: Command): Command {
  return withFormat(command)
    .option(...failOn)
    .addHelpText('after', lintExits);
}

/** The commands about the records of a domain: read, explain and write them. */
export function addRecordCommands(program: Command, done: Done): void {
  addSpfCommands(program, done);
  addDmarcCommands(program, done);
  addMtaStsCommands(program, done);
  addDkimCommands(program, done);
}

function addSpfCommands(program: Command, done: Done): void {
  const load = () => import('../command/spf.ts');
  const spf = program.command('spf').description('who may send for a domain: tree, faults, meaning, a new record');
  withFindings(spf.command('tree'))
    .description('every include with its DNS look-ups, and the term at which receivers stop')
    .argument('<DOMAIN>')
    .option('--ip <address>', 'an address that sends: the verdict, and the term that decides')
    .option('--sender <address>', 'its return path (MAIL FROM); default: postmaster at the domain')
    .option('--helo <name>', 'the name that it greets with; default: the domain')
    .option('--ascii', 'draw with ASCII alone')
    .addHelpText(
      'after',
      'With --ip the verdict decides and not --fail-on: 0 pass, 1 any other, 3 could not be determined.\n',
    )
    .action(async (domain: string, options: SpfTreeCommand) =>
      done(await (await load()).spfTreeCommand(domain, options)),
    );
  withFindings(spf.command('lint'))
    .description('what is wrong, with the place in the record; of a domain with all that it includes')
    .argument('<DOMAIN|RECORD...>', RECORD)
    .action(async (words: string[], options: RecordOptions) =>
      done(await (await load()).spfLintCommand(words, options)),
    );
  withFormat(spf.command('explain'))
    .description('what the record says, in plain words')
    .argument('<DOMAIN|RECORD...>', RECORD)
    .option('--domain <name>', 'whose record it is, where only the record is given')
    .addHelpText('after', explainExits)
    .action(async (words: string[], options: SpfExplainCommand) =>
      done(await (await load()).spfExplainCommand(words, options)),
    );
  withFormat(spf.command('generate'))
    .description('the record that is published with more or fewer senders, ready to be copied; never a second one')
    .argument('<DOMAIN>')
    .option(
      '--add <sender>',
      'include:NAME, ip4:ADDRESS, a, mx, a provider such as google; may be repeated',
      collect,
      [],
    )
    .option('--remove <term>', 'a term, an included name or a provider; may be repeated', collect, [])
    .option('--all <result>', 'what becomes of all others: fail, softfail, neutral (or -, ~, ?)')
    .addHelpText('after', generateExits)
    .action(async (domain: string, options: SpfGenerateCommand) =>
      done(await (await load()).spfGenerateCommand(domain, options)),
    );
  withFormat(spf.command('flatten'))
    .description('includes as the address ranges that they stand for today, and what to watch afterwards')
    .argument('<DOMAIN>')
    .option('--keep <name>', 'an include that stays; may be repeated', collect, [])
    .option('--hosts', 'a and mx of the domain become addresses too')
    .addHelpText('after', generateExits)
    .action(async (domain: string, options: SpfFlattenCommand) =>
      done(await (await load()).spfFlattenCommand(domain, options)),
    );
}

function addDmarcCommands(program: Command, done: Done): void {
  const load = () => import('../command/dmarc.ts');
  const dmarc = program
    .command('dmarc')
    .description('what becomes of forged mail: record, faults, meaning, the next step');
  withReport(withWorld(dmarc.command('check')))
    .description('the DMARC of a domain as receivers find it')
    .argument('<DOMAIN>')
    .action(async (domain: string, options: ReportOptions) =>
      done(await (await load()).dmarcCheckCommand(domain, options)),
    );
  withFindings(dmarc.command('lint'))
    .description('what is wrong, with the place in the record, for receivers of both standards')
    .argument('<DOMAIN|RECORD...>', RECORD)
    .action(async (words: string[], options: RecordOptions) =>
      done(await (await load()).dmarcLintCommand(words, options)),
    );
  withFormat(dmarc.command('explain'))
    .description('what becomes of mail that fails, by RFC 9989 and by RFC 7489, and where reports go')
    .argument('<DOMAIN|RECORD...>', RECORD)
    .option('--domain <name>', 'whose record it is, where only the record is given')
    .addHelpText('after', explainExits)
    .action(async (words: string[], options: DmarcExplainCommand) =>
      done(await (await load()).dmarcExplainCommand(words, options)),
    );
  withFormat(dmarc.command('generate'))
    .description('the record that is published with what you wish, one policy at a time; never a second one')
    .argument('<DOMAIN>')
    .option('--policy <policy>', 'the aim: none, quarantine, reject; the record goes one step towards it')
    .option('--next', 'the next step towards the aim, which is reject unless --policy names another')
    .option('--at-once', 'go to the policy without the steps between: for a domain that sends no mail')
    .option('--subdomains <policy>', 'sp: the policy of subdomains; remove takes it out')
    .option('--non-existent <policy>', 'np: the policy of subdomains that do not exist; remove takes it out')
    .option('--rua <mailbox>', 'a mailbox that gets aggregate reports too; may be repeated', collect, [])
    .option('--ruf <mailbox>', 'a mailbox that gets failure reports too; may be repeated', collect, [])
    .option('--without <mailbox>', 'a mailbox that gets no reports any more; may be repeated', collect, [])
    .option('--adkim <alignment>', 'relaxed or strict')
    .option('--aspf <alignment>', 'relaxed or strict')
    .option('--test', 'have receivers act by the next weaker policy')
    .option('--no-test', 'end the test')
    .addHelpText('after', generateExits)
    .action(async (domain: string, options: DmarcGenerateCommand) =>
      done(await (await load()).dmarcGenerateCommand(domain, options)),
    );
}

function addMtaStsCommands(program: Command, done: Done): void {
  const load = () => import('../command/mta-sts.ts');
  const sts = program
    .command('mta-sts')
    .description('the policy that mail to a domain is encrypted: check it, write it');
  withReport(withConnections(sts.command('check')))
    .description('record, policy file and mail servers of a domain, as senders see them')
    .argument('<DOMAIN>')
    .action(async (domain: string, options: ReportOptions) =>
      done(await (await load()).mtaStsCheckCommand(domain, options)),
    );
  withFormat(sts.command('generate'))
    .description('policy file and record for the mail servers that the domain has')
    .argument('<DOMAIN>')
    .option('--mode <mode>', 'testing, enforce or none', 'testing')
    .option('--max-age <seconds>', 'how long senders remember the policy')
    .option('--mx <host>', 'a mail server instead of those in the DNS; may be repeated', collect, [])
    .option('--withdraw', 'how to end MTA-STS without losing mail')
    .addHelpText('after', generateExits)
    .action(async (domain: string, options: MtaStsGenerateCommand) =>
      done(await (await load()).mtaStsGenerateCommand(domain, options)),
    );
}

function addDkimCommands(program: Command, done: Done): void {
  const load = () => import('../command/dkim.ts');
  const dkim = program
    .command('dkim')
    .description('the keys that signatures are checked with: check, faults, a new record');
  const selector = ['--selector <name>', 'a selector in use, or selector@signing.domain; may be repeated'] as const;
  withReport(withWorld(dkim.command('check')))
    .description('the DKIM keys of a domain')
    .argument('<DOMAIN>')
    .option(...selector, collect, [])
    .option('--learn <file>', 'a message or bounce from which selectors are learnt; may be repeated', collect, [])
    .action(async (domain: string, options: ReportOptions) =>
      done(await (await load()).dkimCheckCommand(domain, options)),
    );
  withFindings(dkim.command('lint'))
    .description('what is wrong with a key record, with the place in it')
    .argument('<DOMAIN|RECORD...>', RECORD)
    .option('--selector <name>', 'of a domain: whose key is read')
    .action(async (words: string[], options: DkimLintCommand) =>
      done(await (await load()).dkimLintCommand(words, options)),
    );
  withFormat(dkim.command('generate'))
    .description('the record of a public key; tags of the published record stay')
    .requiredOption('--key <file>', 'the public key: a PEM file, - for standard input')
    .option('--domain <name>', 'the signing domain')
    .option('--selector <name>', 'the selector; with --domain the published record is read first')
    .addHelpText('after', generateExits)
    .action(async (options: DkimGenerateCommand) => done(await (await load()).dkimGenerateCommand(options)));
}
