import { type Overlay, OverlayError, parseOverlay, type RuleSet, rulesWith } from '@whybounce/core';
import { UsageError } from '../usage-error.ts';
import { readDataFile } from './data-file.ts';

/**
 * The overlay in a file, checked by itself.
 *
 * @throws UsageError where the file cannot be read or is no YAML or JSON
 * @throws OverlayError for what stands in it
 */
export async function readOverlayFile(path: string): Promise<Overlay> {
  return parseOverlay(await readDataFile(path), path);
}

/**
 * The built-in rules with the overlays of some files over them. One fault in one file and none is used:
 * half an overlay would be worse than none.
 *
 * @throws UsageError that names file and place and says what to write
 */
export async function rulesFromFiles(paths: readonly string[]): Promise<RuleSet> {
  try {
    return rulesWith(await Promise.all(paths.map(readOverlayFile)));
  } catch (error) {
    if (!(error instanceof OverlayError)) throw error;
    const all = error.faults.length > 1 ? ` "whybounce rules check ${error.source}" shows all of them.` : '';
    throw new UsageError(`${error.message}${all}`, { cause: error });
  }
}
