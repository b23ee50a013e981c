import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** Largest file of rules or of a policy: a thousand entries need a tenth of it. */
export const MAX_DATA_FILE = 1_048_576;

/**
 * Reads a file of data that an operator wrote: YAML, of which JSON is a part. Aliases and tags are
 * refused: an alias can grow to a billion values, a tag can mean anything.
 *
 * @throws UsageError that names the file and says what is wrong with it
 */
export async function readDataFile(path: string): Promise<unknown> {
  const text = readText(path);
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', merge: false, uniqueKeys: true, prettyErrors: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new UsageError(`${path}: ${problem.message.split('\n')[0]}`);
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new UsageError(`${path}: it uses aliases (*name): write the values out.`);
  }
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_DATA_FILE)
      throw new UsageError(`${path}: it has ${size} bytes, and ${MAX_DATA_FILE} are the most. Split it.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(
      `${path}: it cannot be read (${code ?? 'unknown error'}). Check the path and its permissions.`,
    );
  }
}
