import type { SystemKind } from './define.ts';
import type { Deed, Owner } from './vocabulary/action.ts';
import type { CrosswalkRow } from './vocabulary/crosswalk.ts';
import type { ReasonId } from './vocabulary/reason.ts';

/** What the matcher needs of an entry, its words in lower case. The rest (prose, sources, proofs) stays out of its way. */
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
  readonly classes?: Partial<CrosswalkRow>;
}

/** What the matcher needs of a system. */
export interface SystemRow {
  readonly slug: string;
  readonly name: string;
  readonly kind: SystemKind;
  readonly hosts: readonly string[];
  readonly domains: readonly string[];
  readonly marks: readonly string[];
  readonly ruleCount: number;
  readonly rules: readonly RuleRow[];
}

/** All systems, sorted by slug, as generated from their files. */
export interface RuleTable {
  readonly version: string;
  readonly systems: readonly SystemRow[];
}

/** A table as it is stored: the rules of each system as JSON, parsed when one of them is first met. */
export interface PackedTable {
  readonly version: string;
  readonly systems: readonly (Omit<SystemRow, 'rules'> & { readonly rules: string })[];
}

/** A stored table, ready for use. A program that reads one bounce needs the rules of three systems, not of a hundred. */
export function unpackTable({ version, systems }: PackedTable): RuleTable {
  return {
    version,
    systems: systems.map((system) => {
      let rules: readonly RuleRow[] | undefined;
      return {
        ...system,
        get rules(): readonly RuleRow[] {
          rules ??= JSON.parse(system.rules) as RuleRow[];
          return rules;
        },
      };
    }),
  };
}
