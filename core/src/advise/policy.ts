import {
  type Action,
  aboutAddress,
  type CauseId,
  diagnosisTable,
  type PolicyRow,
  type ReasonId,
  whileOpen,
} from '@whybounce/knowledge';

/** Causes for which an address may be suppressed at all. */
export const suppressible: ReadonlySet<CauseId> = new Set(aboutAddress);

/**
 * What is done for a cause: the table of rows, the most particular of which counts. An operator's own
 * rows are more particular than the built-in ones.
 */
export class Policy {
  /** All rows, an operator's behind the built-in ones. */
  readonly rows: readonly PolicyRow[];
  /** What is done for a reason while no cause stands out. */
  readonly whileOpen: Readonly<Record<ReasonId, Action>>;
  /** Where the operator's own rows begin. */
  readonly #ownFrom: number;
  readonly #byCause = new Map<CauseId, readonly number[]>();

  /**
   * @param own rows that come before the built-in ones
   * @param ownWhileOpen what is done for a reason while no cause stands out, where it differs
   */
  constructor(own: readonly PolicyRow[] = [], ownWhileOpen: Partial<Readonly<Record<ReasonId, Action>>> = {}) {
    this.rows = [...diagnosisTable.policy, ...own];
    this.whileOpen = { ...whileOpen, ...ownWhileOpen };
    this.#ownFrom = diagnosisTable.policy.length;
  }

  /**
   * The row that counts for a cause.
   *
   * @param reason the reason behind which the cause stands
   * @param observed ids of what was observed, for rows that ask for it
   */
  rowFor(cause: CauseId, reason: ReasonId, observed: ReadonlySet<string>): PolicyRow | null {
    let best: PolicyRow | null = null;
    let bestRank = -1;
    for (const number of this.#rowsOf(cause)) {
      const row = this.rows[number] as PolicyRow;
      if (row.reasons !== undefined && !row.reasons.includes(reason)) continue;
      if (row.when !== undefined && !row.when.every((id) => observed.has(id))) continue;
      const rank = particularity(row, number >= this.#ownFrom);
      if (rank >= bestRank) {
        best = row;
        bestRank = rank;
      }
    }
    return best;
  }

  /** Whether a row is the operator's own. */
  isOwn(row: PolicyRow): boolean {
    return this.rows.indexOf(row) >= this.#ownFrom;
  }

  #rowsOf(cause: CauseId): readonly number[] {
    let numbers = this.#byCause.get(cause);
    if (numbers === undefined) {
      numbers = this.rows.flatMap((row, number) => (row.causes.includes(cause) ? [number] : []));
      this.#byCause.set(cause, numbers);
    }
    return numbers;
  }
}

/** An operator's row before a built-in one, then more observations, then a named reason. */
function particularity(row: PolicyRow, own: boolean): number {
  return (own ? 1_000 : 0) + 2 * (row.when?.length ?? 0) + (row.reasons === undefined ? 0 : 1);
}

let builtIn: Policy | undefined;

/** The policy that ships with the engine. */
export function builtInPolicy(): Policy {
  builtIn ??= new Policy();
  return builtIn;
}
