import { open } from 'node:fs/promises';
import { dkimKeyName, dkimSignatures, organizationalDomain } from '@whybounce/core/record';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';

/** Signatures stand among the first headers of a message, also of one that a report holds: more is not read. */
const MAX_BYTES = 10 * 1024 * 1024;
/** A hostile file names thousands: so many keys nobody has. */
const MAX_SELECTORS = 10;

/**
 * The DKIM selectors with which messages or bounces were signed, as `selector@domain`. Says on standard error what
 * was learnt, and which signatures are of other organisations.
 *
 * @param domain whose selectors are wanted; null for all
 * @throws UsageError for a file that cannot be read
 */
export async function learnSelectors(paths: readonly string[], domain: string | null): Promise<string[]> {
  const own = new Set<string>();
  const foreign = new Set<string>();
  for (const path of paths) {
    for (const { selector, domain: signing } of dkimSignatures(await readStart(path))) {
      // what can be no name of the DNS is left out: the file is not the user's to correct
      if (selector === null || signing === null || dkimKeyName(selector, signing) === null) continue;
      const found = isOfOne(signing, domain) ? own : foreign;
      if (found.size < MAX_SELECTORS) found.add(`${selector.toLowerCase()}@${signing}`);
    }
  }
  if (own.size === 0)
    say(`--learn: no DKIM signature${domain === null ? '' : ` of ${domain}`} was found in ${paths.join(', ')}.`);
  if (foreign.size > 0) say(`--learn: left out as signatures of others: ${[...foreign].join(', ')}.`);
  return [...own];
}

function isOfOne(signing: string, domain: string | null): boolean {
  if (domain === null) return true;
  const name = domain.trim().toLowerCase().replace(/^.*@/, '').replace(/\.$/, '');
  return signing === name || (organizationalDomain(signing) ?? signing) === (organizationalDomain(name) ?? name);
}

function say(text: string): void {
  process.stderr.write(`whybounce: ${terminalText(text)}\n`);
}

async function readStart(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_BYTES) throw new UsageError(`--learn ${path}: this is larger than 10 MB. Name one message.`);
      return await file.readFile('latin1');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--learn ${path}: this file cannot be read. Name a message or a bounce.`, { cause: error });
  }
}
