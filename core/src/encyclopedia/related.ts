import type { SystemKind } from '@whybounce/knowledge';
import { allRules, type KnownRule, type RuleRef, ruleRef } from './rules.ts';
import { codesMeeting, parseCode, type WrittenCode } from './written-code.ts';

/** Entries of one kind that a page names at most; the counts say how many there are. */
const MAX_RELATED = 12;

/** Entries that somebody who reads one may want to see. */
export interface RelatedRules {
  /** With one of its codes, of the same system. */
  readonly sameCode: readonly RuleRef[];
  readonly sameCodeCount: number;
  /** With the same reason, of other systems: one for each, mailbox providers first. */
  readonly sameReason: readonly RuleRef[];
  readonly sameReasonCount: number;
}

/** In which order systems are named: those that people look for first. */
const kindOrder: readonly SystemKind[] = [
  'mailbox-provider',
  'gateway',
  'filter',
  'mta',
  'sending-platform',
  'blocklist',
  'wording',
];

/** The neighbours of an entry. */
export function relatedRules({ rule, system, row }: KnownRule): RelatedRules {
  const codes = tellingCodes(row.codes);
  const sharesCode = (other: readonly string[]): boolean => codes.some((code) => codesMeeting(other, code).length > 0);
  const sameCode = allRules().filter(
    (other) => other.rule !== rule && other.system === system && sharesCode(other.row.codes),
  );
  const sameReason = allRules().filter((other) => other.system !== system && other.row.reason === row.reason);
  return {
    sameCode: sameCode.slice(0, MAX_RELATED).map(ruleRef),
    sameCodeCount: sameCode.length,
    sameReason: nearestOfEach(sameReason, sharesCode).slice(0, MAX_RELATED).map(ruleRef),
    sameReasonCount: sameReason.length,
  };
}

/** The enhanced codes, which tell more; the reply codes where there are no others. */
function tellingCodes(texts: readonly string[]): readonly WrittenCode[] {
  const codes = texts.flatMap((text) => parseCode(text) ?? []);
  const enhanced = codes.filter(({ form }) => form === 'enhanced');
  return enhanced.length > 0 ? enhanced : codes;
}

/** Of each system the entry that is nearest: one with the same code, else its first. */
function nearestOfEach(rules: readonly KnownRule[], sharesCode: (codes: readonly string[]) => boolean): KnownRule[] {
  const nearest = new Map<string, { readonly rule: KnownRule; readonly sharesCode: boolean }>();
  for (const rule of rules) {
    const best = nearest.get(rule.system.slug);
    const shares = sharesCode(rule.row.codes);
    if (best === undefined || (shares && !best.sharesCode)) nearest.set(rule.system.slug, { rule, sharesCode: shares });
  }
  return [...nearest.values()]
    .sort(
      (a, b) =>
        kindOrder.indexOf(a.rule.system.kind) - kindOrder.indexOf(b.rule.system.kind) ||
        Number(b.sharesCode) - Number(a.sharesCode) ||
        (a.rule.rule < b.rule.rule ? -1 : 1),
    )
    .map(({ rule }) => rule);
}
