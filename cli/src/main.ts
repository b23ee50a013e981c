import { existsSync } from 'node:fs';
import { isPlainReply, replyCommand } from './command/words.ts';
import { commandNames } from './command-names.ts';
import { EXIT_UNREADABLE, EXIT_USAGE } from './exit-code.ts';
import { terminalText } from './output/terminal-text.ts';
import { UsageError } from './usage-error.ts';

const commands: ReadonlySet<string> = new Set([...commandNames, '--help', '-h', '--version', '-V']);

/** A pasted reply goes straight to its reader: neither the option parser nor the readers of mails and logs are loaded for it. */
async function run(args: readonly string[]): Promise<number> {
  const [first] = args;
  if (first === undefined)
    return (await import('./program.ts')).runProgram(process.stdin.isTTY ? ['--help'] : ['decode']);
  if (commands.has(first)) return (await import('./program.ts')).runProgram(args);
  if (args.some((arg) => arg.startsWith('--'))) {
    const [named] = positionals(args);
    const command =
      named === undefined
        ? []
        : commands.has(named)
          ? []
          : existsSync(named) || looksLikePath(named)
            ? ['decode']
            : ['words'];
    return (await import('./program.ts')).runProgram([...command, ...args]);
  }
  if (first.startsWith('-'))
    return (await import('./program.ts')).runProgram(first === '-' ? ['decode', ...args] : args);
  if (existsSync(first)) return (await import('./program.ts')).runProgram(['decode', ...args]);
  if (args.length === 1 && looksLikePath(first)) return (await import('./program.ts')).runProgram(['decode', first]);
  const words = args.join(' ');
  return isPlainReply(words)
    ? replyCommand(words, 'pretty')
    : (await import('./command/decode.ts')).decodeWords(words, {});
}

/** Arguments that are neither options nor the values of options. */
function positionals(args: readonly string[]): string[] {
  return args.filter((arg, i) => !arg.startsWith('--') && !valueOptions.has(args[i - 1] ?? ''));
}

const valueOptions = new Set([
  '--rules',
  '--host',
  '--recipient-domain',
  '--format',
  '--as',
  '--utc-offset',
  '--top',
  '--limit',
  '--event',
  '--answer',
  '--policy',
  '--port',
  '--url',
  '--data',
  '--resolver',
  '--timeout',
]);

/** `bounce.eml` that is not there is a typing error, not a reply. */
function looksLikePath(word: string): boolean {
  return !/\s/.test(word) && /[\\/]|\.(?:eml|msg|mbox|txt|log|gz|csv|json|ndjson)$/i.test(word);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`whybounce: ${terminalText(error.message)}\n`);
    process.exitCode = EXIT_USAGE;
  } else {
    process.stderr.write(
      `whybounce: this is a fault in whybounce itself. Please report it with the input that caused it.\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = EXIT_UNREADABLE;
  }
}
