import { readFile, stat } from 'node:fs/promises';
import { dkimSignatures } from '@whybounce/core/record';
import { UsageError } from '../usage-error.ts';

/** Signatures stand among the first headers of a message, also of one that a report holds: more is not read. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * The DKIM selectors with which messages or bounces were signed, as `selector@domain`.
 *
 * @throws UsageError for a file that cannot be read
 */
export async function learnSelectors(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const text = await readStart(path);
    for (const { selector, domain } of dkimSignatures(text))
      if (selector !== null && domain !== null) found.add(`${selector}@${domain}`);
  }
  return [...found];
}

async function readStart(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new UsageError(`--learn ${path}: this is larger than 10 MB. Name one message.`);
    return await readFile(path, 'latin1');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--learn ${path}: this file cannot be read. Name a message or a bounce.`, { cause: error });
  }
}
