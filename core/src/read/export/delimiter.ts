/** The signs that part fields, the commonest first. */
export const delimiters: readonly string[] = [',', ';', '\t', '|'];
/** A header line is looked at up to here. */
const MAX_LOOKED_AT = 16 * 1024;

/** The sign that parts the names of a header line: the commonest of comma, semicolon, tab and bar outside quotes. */
export function delimiterOf(line: string): string {
  const counts = delimiters.map(() => 0);
  let quoted = false;
  for (const sign of line.slice(0, MAX_LOOKED_AT)) {
    if (sign === '"') quoted = !quoted;
    const place = quoted ? -1 : delimiters.indexOf(sign);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The sign that a first line `sep=;` names, which Excel writes and reads; null for any other line. */
export function namedDelimiter(line: string): string | null {
  return /^\ufeff?"?sep=(.)"?\s*$/i.exec(line.slice(0, 16))?.[1] ?? null;
}
