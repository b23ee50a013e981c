/**
 * Reads `Label: value` lines whose labels are known beforehand; lines that begin with none of them
 * continue the value above. The first of two equal labels counts.
 *
 * @param labels as they are written, colon included
 * @returns values on one line, by label
 */
export function labelledFields(lines: readonly string[], labels: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let open: string | null = null;
  for (const line of lines) {
    const trimmed = line.trim();
    const label = labels.find((known) => trimmed.startsWith(known));
    if (label !== undefined) {
      open = fields.has(label) ? null : label;
      if (open !== null) fields.set(open, trimmed.slice(label.length).trim());
    } else if (open !== null && trimmed !== '') fields.set(open, `${fields.get(open) ?? ''} ${trimmed}`.trim());
  }
  return fields;
}

/** The lines behind the one that begins with `from`, up to one of which `isEnd` is true; none where `from` is missing. */
export function linesBetween(lines: readonly string[], from: string, isEnd: (line: string) => boolean): string[] {
  const start = lines.findIndex((line) => line.trimStart().startsWith(from));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const length = rest.findIndex(isEnd);
  return length < 0 ? rest : rest.slice(0, length);
}
