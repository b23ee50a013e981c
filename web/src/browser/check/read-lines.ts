import type { CheckLine } from '../../answer/check/check-state.ts';

/** Longest line that is waited for: a result with all that was seen is far shorter. */
const MAX_LINE = 1024 * 1024;

/**
 * Reads what the service sends while it checks: one JSON value a line.
 *
 * @throws TypeError where the connection breaks; SyntaxError where a line is none
 */
export async function readLines(path: string, signal: AbortSignal, onLine: (line: CheckLine) => void): Promise<void> {
  const response = await fetch(path, { signal, headers: { Accept: 'application/x-ndjson' } });
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + next.value).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw new SyntaxError('A line of the answer has no end.');
    for (const line of lines) if (line !== '') onLine(JSON.parse(line) as CheckLine);
  }
}
