import type { Deed, Owner, SystemKind } from './define.ts';
import type { ReasonId } from './vocabulary/reason.ts';

/** What the matcher needs of an entry. The rest (prose, sources, proofs) stays out of its way. */
export interface RuleRow {
  readonly id: string;
  readonly reason: ReasonId;
  readonly text: readonly string[];
  readonly codes: readonly string[];
  readonly needsCode?: true;
  readonly needsHost?: true;
  readonly anywhere?: true;
  readonly weak?: true;
  readonly owner?: Owner;
  readonly action?: Deed;
}

/** What the matcher needs of a system. */
export interface SystemRow {
  readonly slug: string;
  readonly name: string;
  readonly kind: SystemKind;
  readonly hosts: readonly string[];
  readonly domains: readonly string[];
  readonly marks: readonly string[];
  readonly rules: readonly RuleRow[];
}

/** All systems, sorted by slug, as generated from their files. */
export interface RuleTable {
  readonly version: string;
  readonly systems: readonly SystemRow[];
}
