import { EXIT_DECODED, EXIT_UNREADABLE } from '../exit-code.ts';
import { readWhole } from '../input/read-whole.ts';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';

/** Options of `whybounce redact`. */
export interface RedactCommand {
  readonly name?: readonly string[];
}

/**
 * `whybounce redact PATH`: the input as it can be shown to others. The same original has the same
 * pseudonym in all inputs. Returns the exit code.
 */
export async function redactCommand(paths: readonly string[], options: RedactCommand): Promise<number> {
  const { Redactor } = await import('@whybounce/core/redact');
  const redactor = new Redactor({ names: options.name ?? [] });
  const sink = new Sink();
  let unreadable = 0;
  for (const path of paths.length === 0 ? ['-'] : paths) {
    const { text, problem } = await readWhole(path);
    if (problem === null) sink.write(redactor.text(text));
    else {
      unreadable++;
      process.stderr.write(`whybounce: ${terminalText(problem)}\n`);
    }
  }
  sink.flush();
  return unreadable > 0 ? EXIT_UNREADABLE : EXIT_DECODED;
}
