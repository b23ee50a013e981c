import type { RecordFinding } from '@whybounce/core/record';

/** Where the rules for logos stand. */
export const PROFILE = 'draft-svg-tiny-ps-abrotman section 2';

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
