import type { Command } from 'commander';
import type { PageCommand } from '../command/page.ts';
import type { SearchCommand } from '../command/search.ts';

/**
 * The commands that show the encyclopedia. Each is loaded when it is called: whoever pastes a refusal
 * loads none of this.
 *
 * @param done takes the exit code
 */
export function addPageCommands(program: Command, done: (code: number) => void): void {
  const page = (name: string, says: string): Command =>
    program.command(name).description(says).option('--format <format>', 'pretty | json', 'pretty');
  page('code', 'what a code means by the book, who bends it, who says it')
    .argument('<CODE>', '550, 5.4.1, X.4.1')
    .action(async (code: string, options: PageCommand) =>
      done((await import('../command/code.ts')).codeCommand(code, options)),
    );
  page('provider', 'everything that one provider, server, filter or list says; all of them without NAME')
    .argument('[NAME...]', 'slug, name, host or domain')
    .action(async (name: string[], options: PageCommand) =>
      done(await (await import('../command/provider.ts')).providerCommand(name, options)),
    );
  page('rule', 'one refusal: its causes, steps, examples, sources')
    .argument('<SYSTEM/ENTRY>', 'such as microsoft-365/recipient-access-denied')
    .action(async (rule: string, options: PageCommand) =>
      done(await (await import('../command/explain-rule.ts')).ruleCommand(rule, options)),
    );
  page('compare', 'codes and verdicts that are confused; all comparisons without SLUG')
    .argument('[SLUG]')
    .action(async (slug: string | undefined, options: PageCommand) =>
      done((await import('../command/compare.ts')).compareCommand(slug, options)),
    );
  page('cause', 'one cause: who acts, what speaks for and against it')
    .argument('<ID>', 'such as address-does-not-exist')
    .action(async (id: string, options: PageCommand) =>
      done((await import('../command/explain-cause.ts')).causeCommand(id, options)),
    );
  page('reason', 'one reason: its causes, codes and classes elsewhere')
    .argument('<ID>', 'such as recipient.unknown')
    .action(async (id: string, options: PageCommand) =>
      done((await import('../command/explain-cause.ts')).reasonCommand(id, options)),
    );
  page('search', 'pages that words, codes, hosts or a pasted refusal lead to; offline')
    .argument('<WORDS...>')
    .option('--limit <count>', 'results shown', '10')
    .action(async (words: string[], options: SearchCommand) =>
      done(await (await import('../command/search.ts')).searchCommand(words, options)),
    );
}
