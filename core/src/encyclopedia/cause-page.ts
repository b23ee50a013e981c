import {
  aboutAddress,
  type CauseId,
  diagnosisTable,
  type ObservationId,
  type Owner,
  type PolicyRow,
  type ReasonId,
  reasonTable,
  type Source,
} from '@whybounce/knowledge';
import { causeTable } from '@whybounce/knowledge/cause';
import { differentialTable } from '@whybounce/knowledge/differential';
import { sayObservation } from '@whybounce/knowledge/observation';
import { currentSlug } from './moved.ts';
import { nearest } from './nearest.ts';
import { allRules, type RuleRef, ruleRef } from './rules.ts';

/** Something that can be observed, and how much it tells about a cause. */
export interface CauseEvidence {
  readonly observation: ObservationId;
  readonly says: string;
  /** In decibans: 10 makes the odds ten times as large, -10 a tenth. An expert's start, no measurement. */
  readonly weight: number;
}

/** A reason behind which a cause can stand. */
export interface CauseReason {
  readonly reason: ReasonId;
  readonly says: string;
  /** Of 100, before anything else is known. */
  readonly share: number;
}

/** Why something happened, wherever it was refused. */
export interface CausePage {
  readonly id: CauseId;
  /** `cause/ID` */
  readonly slug: string;
  readonly says: string;
  readonly owner: Owner;
  readonly steps: readonly string[];
  /** What shows that it is repaired. */
  readonly verify: string;
  /** Whether an address may be suppressed for it at all. */
  readonly aboutAddress: boolean;
  /** The largest share first. */
  readonly reasons: readonly CauseReason[];
  /** Entries that give it a share of their own, the largest first. */
  readonly entries: readonly (RuleRef & { readonly share: number })[];
  /** What speaks most for it first. */
  readonly speaksFor: readonly CauseEvidence[];
  /** What speaks most against it first. */
  readonly speaksAgainst: readonly CauseEvidence[];
  /** What the built-in policy does, the general before the particular. */
  readonly policy: readonly PolicyRow[];
  readonly sources: readonly Source[];
}

/** Whether an id names a cause. */
export function isCause(id: string): id is CauseId {
  return Object.hasOwn(causeTable, id);
}

/** Ids of all causes, sorted. */
export function causeIds(): CauseId[] {
  return (Object.keys(causeTable) as CauseId[]).sort();
}

/** Causes whose ids come near what somebody wrote. */
export function suggestCauses(id: string): string[] {
  return nearest(
    id,
    causeIds().map((known) => ({ called: known, id: known })),
  );
}

/** The page of a cause; null where there is none. */
export function causePage(name: string): CausePage | null {
  const prefix = 'cause/';
  const id = currentSlug(`${prefix}${name.trim().toLowerCase()}`).slice(prefix.length);
  if (!isCause(id)) return null;
  const { says, owner, steps, verify, evidence, sources } = causeTable[id];
  const weighed = (Object.entries(evidence) as [ObservationId, number][])
    .map(([observation, weight]) => ({ observation, says: sayObservation(observation) ?? observation, weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.observation < b.observation ? -1 : 1));
  return {
    id,
    slug: `${prefix}${id}`,
    says,
    owner,
    steps,
    verify,
    aboutAddress: aboutAddress.includes(id),
    reasons: reasonsOf(id),
    entries: entriesOf(id),
    speaksFor: weighed.filter(({ weight }) => weight > 0),
    speaksAgainst: weighed.filter(({ weight }) => weight < 0),
    policy: diagnosisTable.policy.filter(({ causes }) => causes.includes(id)),
    sources,
  };
}

function reasonsOf(id: CauseId): CauseReason[] {
  return (Object.keys(differentialTable) as ReasonId[])
    .map((reason) => ({
      reason,
      says: reasonTable[reason].says,
      share: differentialTable[reason].shares[id] ?? 0,
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || (a.reason < b.reason ? -1 : 1));
}

function entriesOf(id: CauseId): (RuleRef & { readonly share: number })[] {
  return allRules()
    .filter(({ row }) => (row.causes?.[id] ?? 0) > 0)
    .map((known) => ({ ...ruleRef(known), share: known.row.causes?.[id] ?? 0 }))
    .sort((a, b) => b.share - a.share || (a.rule < b.rule ? -1 : 1));
}
