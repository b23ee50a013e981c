import type { RecordFinding } from '@whybounce/core/record';

/** Where the rules for logos stand. */
export const PROFILE = 'draft-svg-tiny-ps-abrotman section 2';

/** Longest piece of a file that is repeated in a sentence. */
const MAX_QUOTE = 60;

/** A piece of somebody's file in quotes, on one line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return `"${line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line}"`;
}

/**
 * Gathers findings, one for each kind of thing: a drawing program writes the same wrong attribute a thousand times.
 */
export class SvgFaults {
  readonly #findings = new Map<string, { finding: RecordFinding; count: number }>();

  /** @param subject what tells two findings of one code apart */
  add(finding: Omit<RecordFinding, 'source'> & { readonly source?: string }, subject = ''): void {
    const key = `${finding.code} ${subject}`;
    const known = this.#findings.get(key);
    if (known === undefined) this.#findings.set(key, { finding: { source: PROFILE, ...finding }, count: 1 });
    else known.count++;
  }

  all(): RecordFinding[] {
    return [...this.#findings.values()].map(({ finding, count }) =>
      count === 1
        ? finding
        : { ...finding, says: `${finding.says} There ${count === 2 ? 'is 1' : `are ${count - 1}`} more of it.` },
    );
  }
}
