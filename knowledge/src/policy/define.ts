import type { CauseId } from '../cause/index.ts';
import type { ObservationId } from '../observation/index.ts';
import type { Action, Owner } from '../vocabulary/action.ts';
import type { ReasonId } from '../vocabulary/reason.ts';

/**
 * One line of the policy: for these causes, do this. Of several lines that hold for a cause the most
 * particular one counts: more observations in `when` before fewer, one that names reasons before one
 * that does not, the later before the earlier.
 */
export interface PolicyRow extends Action {
  readonly causes: readonly CauseId[];
  /** Only behind these reasons; absent: behind every one. */
  readonly reasons?: readonly ReasonId[];
  /** Only where all of these were observed. */
  readonly when?: readonly ObservationId[];
  /** Who acts, only where what was observed puts it on somebody else than the cause does. */
  readonly owner?: Owner;
}
