import type { CauseId, Grade, Owner, ReasonId, RuleRow } from '@whybounce/knowledge';
import { causeTable } from '@whybounce/knowledge/cause';
import { differentialTable } from '@whybounce/knowledge/differential';

/** A cause with its share before anything else is known. */
export interface CauseShare {
  readonly cause: CauseId;
  /** Of 100, whole: an expert's start, no measurement. */
  readonly share: number;
  readonly says: string;
  readonly owner: Owner;
}

/** Causes with how sure their shares are. */
export interface Shares {
  /** The largest first. */
  readonly causes: readonly CauseShare[];
  /** Whether the entry has shares of its own; else they are those of its reason. */
  readonly own: boolean;
  /** Null for an entry's own, which share the grade of its sources. */
  readonly grade: Grade | null;
}

type ShareTable = Readonly<Partial<Record<CauseId, number>>>;

/** The causes of an entry: its own shares where it has them, else those of its reason. */
export function sharesOfRule({ reason, causes }: Pick<RuleRow, 'reason' | 'causes'>): Shares {
  if (causes !== undefined) return { causes: listOf(causes), own: true, grade: null };
  return sharesOfReason(reason);
}

/** The causes that stand behind a reason. */
export function sharesOfReason(reason: ReasonId): Shares {
  const { shares, grade } = differentialTable[reason];
  return { causes: listOf(shares), own: false, grade };
}

/** The mean of the shares of several entries, each counted once, rounded so that they sum to 100 again; those of no whole per cent fall away. */
export function meanShares(rows: readonly Pick<RuleRow, 'reason' | 'causes'>[]): readonly CauseShare[] {
  if (rows.length === 0) return [];
  const sums = new Map<CauseId, number>();
  for (const { reason, causes } of rows)
    for (const [cause, share] of Object.entries(causes ?? differentialTable[reason].shares) as [CauseId, number][])
      sums.set(cause, (sums.get(cause) ?? 0) + share);
  return listOf(roundTo100(sums, rows.length));
}

/** Whole shares by the method of the largest remainder: of equal ones the lower id. */
function roundTo100(sums: ReadonlyMap<CauseId, number>, count: number): ShareTable {
  const parts = [...sums].map(([cause, sum]) => ({ cause, whole: Math.floor(sum / count), rest: sum % count }));
  let left = 100 - parts.reduce((total, { whole }) => total + whole, 0);
  parts.sort((a, b) => b.rest - a.rest || (a.cause < b.cause ? -1 : 1));
  return Object.fromEntries(
    parts.map(({ cause, whole, rest }) => [cause, whole + (rest > 0 && left-- > 0 ? 1 : 0)] as const),
  );
}

function listOf(shares: ShareTable): readonly CauseShare[] {
  return (Object.entries(shares) as [CauseId, number][])
    .filter(([, share]) => share > 0)
    .map(([cause, share]) => ({ cause, share, says: causeTable[cause].says, owner: causeTable[cause].owner }))
    .sort((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1));
}
