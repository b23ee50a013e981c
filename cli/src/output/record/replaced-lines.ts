import { heading, remark } from '../layout.ts';
import { shownRecord } from './excerpt.ts';

/** What goes when the new record comes: two would be none. */
export function replacedLines(replaces: readonly string[], text: string): string[] {
  if (replaces.length === 0) return [remark('There is no such record yet: this is the first.')];
  if (replaces.length === 1 && replaces[0] === text) return [];
  return [
    heading(replaces.length === 1 ? 'In the place of' : `In the place of these ${replaces.length}, which all go`),
    ...replaces.map((old) => `    ${shownRecord(old)}`),
  ];
}
