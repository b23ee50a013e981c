import { closeSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** Largest file of rules or of a policy: a thousand entries need a tenth of it. */
const MAX_DATA_FILE = 1_048_576;

/** Thrown for a file of data that cannot be used. */
export class DataFileError extends UsageError {
  /** What is wrong, without the name of the file. */
  readonly problem: string;
  /** Whether the file could be read: then its content is at fault. */
  readonly readable: boolean;

  constructor(path: string, problem: string, readable: boolean, options?: ErrorOptions) {
    super(`${path}: ${problem}`, options);
    this.problem = problem;
    this.readable = readable;
  }
}

/**
 * Reads a file of data that an operator wrote: YAML, of which JSON is a part.
 *
 * @throws DataFileError that names the file and says what is wrong with it
 */
export async function readDataFile(path: string): Promise<unknown> {
  const text = readText(path);
  const { parseYaml, YamlError } = await import('./yaml.ts');
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof YamlError) throw new DataFileError(path, error.message, true, { cause: error });
    throw error;
  }
}

/** The text of a file, or of a pipe: that has no size, so it is counted while it is read. */
function readText(path: string): string {
  const bytes = Buffer.allocUnsafe(MAX_DATA_FILE + 1);
  let length = 0;
  try {
    const descriptor = openSync(path, 'r');
    try {
      for (let count = -1; count !== 0 && length < bytes.length; length += count)
        count = readSync(descriptor, bytes, length, bytes.length - length, null);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const problem = `it cannot be read (${code ?? 'unknown error'}). Check the path and its permissions.`;
    throw new DataFileError(path, problem, false, { cause: error });
  }
  if (length > MAX_DATA_FILE) throw new DataFileError(path, `it has more than ${MAX_DATA_FILE} bytes. Split it.`, true);
  return bytes.toString('utf8', 0, length);
}
