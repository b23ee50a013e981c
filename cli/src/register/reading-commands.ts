import type { Command } from 'commander';
import { type DecodeCommand, decodeCommand, decodeWords } from '../command/decode.ts';
import { type SummaryCommand, summaryCommand } from '../command/summary.ts';
import { outputFormats } from '../output/writer.ts';
import { type Done, withInput, withPolicy, withRules } from './options.ts';

/** The commands that read inputs of any size. */
export function addReadingCommands(program: Command, done: Done): void {
  withPolicy(withRules(withInput(program.command('decode'))))
    .description('decode bounces, replies, logs, webhooks, mailboxes; standard input without PATH')
    .argument('[PATH...]', 'files, folders, maildirs, - for standard input')
    .option('--format <format>', outputFormats.join(' | '), 'pretty')
    .option('--bom', 'begin CSV with a byte-order mark, for Excel')
    .option('--together', 'let the events explain each other: one address, a whole domain, a provider, a campaign')
    .action(async (paths: string[], options: DecodeCommand) => {
      done(await decodeCommand(paths, options));
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
      done(await summaryCommand(paths, options));
    });
  withPolicy(withRules(withInput(program.command('words', { hidden: true }))))
    .argument('<WORDS...>')
    .option('--format <format>', outputFormats.join(' | '), 'pretty')
    .action(async (words: string[], options: DecodeCommand) => {
      done(await decodeWords(words.join(' '), options));
    });
}
