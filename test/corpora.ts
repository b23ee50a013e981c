import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder or file of the labelled corpora, or the reason why it is not there. */
export type Corpus =
  | { readonly path: string; readonly missing: null }
  | { readonly path: ''; readonly missing: string };

/**
 * Finds a part of the corpora, which are not in this repository: the environment variable
 * WHYBOUNCE_CORPORA names the folder that holds `corpus/` and `tools/`.
 *
 * @param part path inside that folder, such as `corpus/webhooks`
 */
export function findCorpus(part: string): Corpus {
  const folder = process.env['WHYBOUNCE_CORPORA'];
  if (folder === undefined || folder === '')
    return { path: '', missing: `skipped: WHYBOUNCE_CORPORA is not set; it names the folder that holds ${part}` };
  const path = join(folder, part);
  return existsSync(path)
    ? { path, missing: null }
    : { path: '', missing: `skipped: WHYBOUNCE_CORPORA names ${folder}, and there is no ${part} in it` };
}

/** The end of a test's name: why it is skipped, so that every reporter prints it. Empty where it runs. */
export function skippedBecause({ missing }: Corpus): string {
  return missing === null ? '' : ` (${missing})`;
}
