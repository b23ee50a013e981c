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
  readonly #own: ReadonlySet<PolicyRow>;
  /** For a reason and a cause behind it the rows that may count, the most particular first. */
  readonly #candidates = new Map<ReasonId, Map<CauseId, readonly PolicyRow[]>>();

  /**
   * @param own rows that come before the built-in ones
   * @param ownWhileOpen what is done for a reason while no cause stands out, where it differs
   */
  constructor(own: readonly PolicyRow[] = [], ownWhileOpen: Partial<Readonly<Record<ReasonId, Action>>> = {}) {
    this.rows = [...diagnosisTable.policy, ...own];
    this.whileOpen = { ...whileOpen, ...ownWhileOpen };
    this.#own = new Set(own);
  }

  /**
   * The row that counts for a cause.
   *
   * @param reason the reason behind which the cause stands
   * @param observed ids of what was observed, for rows that ask for it
   */
  rowFor(cause: CauseId, reason: ReasonId, observed: ReadonlySet<string>): PolicyRow | null {
    for (const row of this.#rowsOf(cause, reason))
      if (row.when === undefined || row.when.every((id) => observed.has(id))) return row;
    return null;
  }

  /** Whether a row is the operator's own. */
  isOwn(row: PolicyRow): boolean {
    return this.#own.has(row);
  }

  #rowsOf(cause: CauseId, reason: ReasonId): readonly PolicyRow[] {
    let byCause = this.#candidates.get(reason);
    if (byCause === undefined) {
      byCause = new Map();
      this.#candidates.set(reason, byCause);
    }
    let rows = byCause.get(cause);
    if (rows === undefined) {
      rows = this.rows
        .filter(({ causes, reasons }) => causes.includes(cause) && (reasons === undefined || reasons.includes(reason)))
        .reverse()
        .sort((a, b) => particularity(b, this.isOwn(b)) - particularity(a, this.isOwn(a)));
      byCause.set(cause, rows);
    }
    return rows;
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
