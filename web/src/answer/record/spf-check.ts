import type { FlattenedSpf, RecordFinding, SpfClient, SpfTree, SpfTreeEvaluation } from '@whybounce/core/record';

/** Everything that the page of the SPF tree shows. */
export interface SpfCheck {
  readonly tree: SpfTree;
  /** Spans count in the domain's own record. */
  readonly findings: readonly RecordFinding[];
  /** The domain's own record in a few sentences; empty where there is none. */
  readonly says: readonly string[];
  /** What becomes of mail from one client; null where no address was given. */
  readonly judged: { readonly client: SpfClient; readonly evaluation: SpfTreeEvaluation } | null;
  /** The record without includes; null where there is nothing to replace. */
  readonly flat: FlattenedSpf | null;
  /** Why that would be in error too; empty where it would not. */
  readonly flatObstacles: readonly RecordFinding[];
}
