import { type Action, type Owner, type ReasonId, reasonIds, reasonTable } from '@whybounce/knowledge';
import { enhancedCodes, replyCodes } from '@whybounce/knowledge/code';
import { familyOf, type ReasonFamily, reasonFamilies } from '@whybounce/knowledge/system';
import { builtInPolicy } from '../advise/policy.ts';
import { type ClassifierVerdict, classifierVerdicts } from './classifiers.ts';
import { type CodeRef, codeRef } from './code-page.ts';
import { type ComparisonRef, comparisonsShowing } from './comparison-refs.ts';
import { currentSlug } from './moved.ts';
import { nearest } from './nearest.ts';
import { allRules, findRule, type RuleRef, ruleRef } from './rules.ts';
import { type Shares, sharesOfReason } from './shares.ts';

/** What a refusal can say, in the closed vocabulary. */
export interface ReasonPage {
  readonly id: ReasonId;
  /** `reason/ID` */
  readonly slug: string;
  readonly says: string;
  readonly family: { readonly id: ReasonFamily; readonly name: string };
  readonly owner: Owner;
  readonly shares: Shares;
  /** What is done while no cause stands out. */
  readonly action: Action;
  /** Codes that mostly mean it: those for which it is the likeliest reading. */
  readonly codes: readonly CodeRef[];
  readonly classifiers: readonly ClassifierVerdict[];
  /** By system. */
  readonly entries: readonly RuleRef[];
  readonly comparisons: readonly ComparisonRef[];
}

/** Whether an id names a reason. */
export function isReason(id: string): id is ReasonId {
  return (reasonIds as readonly string[]).includes(id);
}

/** Reasons whose ids come near what somebody wrote. */
export function suggestReasons(id: string): string[] {
  return nearest(
    id,
    reasonIds.map((known) => ({ called: known, id: known })),
  );
}

/** The page of a reason; null where there is none. */
export function reasonPage(name: string): ReasonPage | null {
  const prefix = 'reason/';
  const id = currentSlug(`${prefix}${name.trim().toLowerCase()}`).slice(prefix.length);
  if (!isReason(id)) return null;
  const family = familyOf(id);
  const { says, owner } = reasonTable[id];
  return {
    id,
    slug: `${prefix}${id}`,
    says,
    family: { id: family, name: reasonFamilies[family] },
    owner,
    shares: sharesOfReason(id),
    action: builtInPolicy().whileOpen[id],
    codes: [...replyCodes, ...enhancedCodes]
      .filter(({ reasons }) => reasons[0] === id)
      .map(({ code }) => codeRef(String(code))),
    classifiers: classifierVerdicts(id),
    entries: allRules()
      .filter(({ row }) => row.reason === id)
      .map(ruleRef),
    comparisons: comparisonsShowing((rule) => findRule(rule)?.row.reason === id),
  };
}
