/** Longest cell that is kept, in UTF-16 units. */
export const MAX_FIELD = 64 * 1024;

/** Numbers that vendors made up (Mailgun's 499 and 605) are no reply codes. */
const REPLY = /^([2-5][0-5]\d)(?:\.0)?$/;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:$|\s|\()/;
const BOTH = /^([2-5][0-5]\d)[ -]([245]\.\d{1,3}\.\d{1,3})$/;

/** Whether a cell holds codes and no words: `550`, `5.1.1`, `550 5.1.1`, or another number. */
export function isCode(cell: string): boolean {
  return /^-?\d{1,12}(?:\.\d{1,3})?$/.test(cell) || /^[245]\.\d{1,3}\.\d{1,3}$/.test(cell) || BOTH.test(cell);
}

/** The codes that stand in cells of their own; those inside words are left to who reads the words. */
export function codesOf(cells: readonly string[]): { replyCode: number | null; enhancedStatus: string | null } {
  let replyCode: number | null = null;
  let enhancedStatus: string | null = null;
  for (const cell of cells) {
    const both = BOTH.exec(cell);
    const reply = both?.[1] ?? REPLY.exec(cell)?.[1];
    if (reply !== undefined) replyCode ??= Number(reply);
    enhancedStatus ??= both?.[2] ?? (cell.length < 80 ? (ENHANCED.exec(cell)?.[1] ?? null) : null);
  }
  return { replyCode, enhancedStatus };
}

/** A cell on one line; null for none. */
export function oneLine(text: string | null): string | null {
  if (text === null) return null;
  const line = text
    .slice(0, MAX_FIELD)
    .replace(/[\0\s]*[\r\n]+[\0\s]*/g, ' ')
    .replaceAll('\0', '')
    .trim();
  return line === '' ? null : line;
}
