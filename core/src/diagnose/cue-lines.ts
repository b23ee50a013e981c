import type { DiagnosisTable } from '@whybounce/knowledge';
import { normalise } from '../text/normalise.ts';

/** The words of all cues, one a line, in the order of the table: for the index, and for whoever makes it beforehand. */
export function cueLinesOf(table: DiagnosisTable): string {
  return table.cues.flatMap(({ text }) => text.map(normalise)).join('\n');
}
