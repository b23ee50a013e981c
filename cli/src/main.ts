import { existsSync } from 'node:fs';
import { isPlainReply, replyCommand } from './command/words.ts';
import { EXIT_UNREADABLE, EXIT_USAGE } from './exit-code.ts';
import { UsageError } from './usage-error.ts';

const commands = new Set(['decode', 'summary', 'completion', 'help', '--help', '-h', '--version', '-V']);

/** A pasted reply goes straight to its reader: neither the option parser nor the readers of mails and logs are loaded for it. */
async function run(args: readonly string[]): Promise<number> {
  const [first] = args;
  if (first === undefined) return (await import('./program.ts')).runProgram(process.stdin.isTTY ? ['--help'] : ['decode']);
  if (commands.has(first)) return (await import('./program.ts')).runProgram(args);
  if (first.startsWith('-') || args.some((arg) => arg.startsWith('--'))) {
    return (await import('./program.ts')).runProgram(existsSync(first) ? ['decode', ...args] : first.startsWith('-') ? args : ['words', ...args]);
  }
  if (existsSync(first)) return (await import('./program.ts')).runProgram(['decode', ...args]);
  if (args.length === 1 && looksLikePath(first)) return (await import('./program.ts')).runProgram(['decode', first]);
  const words = args.join(' ');
  return isPlainReply(words) ? replyCommand(words, 'pretty') : (await import('./command/decode.ts')).decodeWords(words, {});
}

/** `bounce.eml` that is not there is a typing error, not a reply. */
function looksLikePath(word: string): boolean {
  return !/\s/.test(word) && /[\\/]|\.(?:eml|msg|mbox|txt|log|gz|csv|json|ndjson)$/i.test(word);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`whybounce: ${error.message}\n`);
    process.exitCode = EXIT_USAGE;
  } else {
    process.stderr.write(`whybounce: this is a fault in whybounce itself. Please report it with the input that caused it.\n${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = EXIT_UNREADABLE;
  }
}
