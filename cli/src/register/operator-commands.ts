import type { Command } from 'commander';
import type { PolicyCommand } from '../command/policy.ts';
import type { RulesTestCommand } from '../command/rules.ts';
import { type Done, withInput, withRules } from './options.ts';

/** The commands by which an operator brings their own policy and rules. */
export function addOperatorCommands(program: Command, done: Done): void {
  const policy = program
    .command('policy')
    .description('what is done for each cause; your own policy, and a dry run of it');
  policy
    .command('show')
    .description('the built-in policy, or yours over it')
    .argument('[FILE]', 'your policy: YAML or JSON')
    .option('--format <format>', 'pretty | json | csv', 'pretty')
    .action(async (file: string | undefined, options: PolicyCommand) => {
      done(await (await import('../command/policy.ts')).policyShow(file, options));
    });
  policy
    .command('diff')
    .description('what your policy does otherwise than the built-in one')
    .argument('<FILE>', 'your policy: YAML or JSON')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (file: string, options: PolicyCommand) => {
      done(await (await import('../command/policy.ts')).policyDiff(file, options));
    });
  withRules(withInput(policy.command('try')))
    .description('a dry run: what your policy would have done otherwise with past events')
    .argument('<FILE>', 'your policy: YAML or JSON')
    .argument('[PATH...]', 'files, folders, maildirs, - for standard input')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (file: string, paths: string[], options: PolicyCommand) => {
      done(await (await import('../command/policy.ts')).policyTry(file, paths, options));
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
      done(await (await import('../command/rules.ts')).rulesTest(words, options));
    });
  rules
    .command('check')
    .description('validate files of your own rules and prove them by their lines')
    .argument('<FILE...>', 'YAML or JSON')
    .option('--format <format>', 'pretty | json', 'pretty')
    .action(async (files: string[], options: { format?: string }) => {
      done(await (await import('../command/rules.ts')).rulesCheck(files, options));
    });
}
