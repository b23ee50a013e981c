const CANDIDATES = [',', ';', '\t', '|'];
/** A header line is looked at up to here. */
const MAX_LOOKED_AT = 16 * 1024;

/** The sign that parts the fields of a line: the commonest of comma, semicolon, tab and bar outside quotes. */
export function delimiterOf(line: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of line.slice(0, MAX_LOOKED_AT)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && CANDIDATES.includes(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return CANDIDATES.reduce((best, sign) => ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0) ? sign : best));
}

/** The sign that a first line `sep=;` names, which Excel writes and reads; null for any other line. */
export function namedDelimiter(line: string): string | null {
  return /^\ufeff?"?sep=(.)"?\s*$/i.exec(line.slice(0, 16))?.[1] ?? null;
}
