import { type ReasonId, reasonTable, type Source } from '@whybounce/knowledge';
import {
  type Comparison,
  type ComparisonRow,
  comparisons,
  type SideBySide,
  type Verdict,
  type VerdictClass,
  type VerdictTable,
  verdictClasses,
} from '@whybounce/knowledge/comparison';
import { type ClassifierVerdict, classifierVerdicts } from './classifiers.ts';
import { type CodeRef, codeRef } from './code-page.ts';
import { type ComparisonRef, comparisonRef } from './comparison-refs.ts';
import { currentSlug } from './moved.ts';
import { nearest } from './nearest.ts';
import { findRule, type SystemRef, systemRef } from './rules.ts';

/** A reply that a comparison shows, with what it means. */
export interface ComparedExample {
  readonly line: string;
  /** `system/entry` */
  readonly rule: string;
  /** Null only where the entry is gone. */
  readonly system: SystemRef | null;
  readonly reason: ReasonId | null;
  readonly sayReason: string | null;
}

interface ComparisonPageBase {
  readonly slug: string;
  readonly title: string;
  readonly inShort: string;
  readonly relatedCodes: readonly CodeRef[];
  readonly relatedComparisons: readonly ComparisonRef[];
  readonly sources: readonly Source[];
}

/** Codes that are confused, side by side. */
export interface SideBySidePage extends ComparisonPageBase {
  readonly kind: 'side-by-side';
  readonly sides: readonly { readonly name: string; readonly examples: readonly ComparedExample[] }[];
  readonly rows: readonly ComparisonRow[];
}

/** How many take a line for one thing. */
export interface VerdictTally {
  readonly class: VerdictClass;
  readonly name: string;
  readonly means: string;
  readonly count: number;
  /** Of those, who no longer say it. */
  readonly withdrawn: number;
}

/** One line, and what is said of it. */
export interface VerdictPage extends ComparisonPageBase {
  readonly kind: 'verdicts';
  readonly example: ComparedExample;
  readonly verdicts: readonly Verdict[];
  /** The most frequent verdict first. */
  readonly tally: readonly VerdictTally[];
  /** How nine classifiers file the line, from the crosswalk under its reason. */
  readonly classifiers: readonly ClassifierVerdict[];
}

export type ComparisonPage = SideBySidePage | VerdictPage;

/** Every comparison, by slug. */
export function comparisonList(): ComparisonRef[] {
  return comparisons.map(comparisonRef);
}

/** Comparisons whose slugs or titles come near what somebody wrote. */
export function suggestComparisons(slug: string): string[] {
  return nearest(
    slug,
    comparisons.flatMap(({ slug: id, title }) => [
      { called: id, id },
      { called: title, id },
    ]),
  );
}

/** A comparison by its slug; null where there is none. */
export function comparisonPage(slug: string): ComparisonPage | null {
  const prefix = 'compare/';
  const current = currentSlug(`${prefix}${slug}`).slice(prefix.length);
  const comparison = comparisons.find((item) => item.slug === current);
  if (comparison === undefined) return null;
  return comparison.kind === 'verdicts' ? verdictPage(comparison) : sideBySidePage(comparison);
}

function baseOf({ slug, title, inShort, relatedCodes, relatedComparisons, sources }: Comparison): ComparisonPageBase {
  return {
    slug,
    title,
    inShort,
    relatedCodes: relatedCodes.map(codeRef),
    relatedComparisons: relatedComparisons.flatMap((other) => {
      const found = comparisons.find((item) => item.slug === other);
      return found === undefined ? [] : comparisonRef(found);
    }),
    sources,
  };
}

function sideBySidePage(comparison: SideBySide): SideBySidePage {
  return {
    ...baseOf(comparison),
    kind: 'side-by-side',
    sides: comparison.sides.map(({ name, examples }) => ({
      name,
      examples: examples.map(({ line, rule }) => comparedExample(line, rule)),
    })),
    rows: comparison.rows,
  };
}

function verdictPage(comparison: VerdictTable): VerdictPage {
  const { line, rule, reason, verdicts } = comparison;
  return {
    ...baseOf(comparison),
    kind: 'verdicts',
    example: comparedExample(line, rule),
    verdicts,
    tally: tallyOf(verdicts),
    classifiers: classifierVerdicts(reason, findRule(rule)?.row.classes),
  };
}

function tallyOf(verdicts: readonly Verdict[]): VerdictTally[] {
  const classes = Object.keys(verdictClasses) as VerdictClass[];
  return classes
    .map((itsClass) => {
      const said = verdicts.filter((verdict) => verdict.class === itsClass);
      const withdrawn = said.filter((verdict) => verdict.withdrawn === true).length;
      return { class: itsClass, ...verdictClasses[itsClass], count: said.length, withdrawn };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function comparedExample(line: string, rule: string): ComparedExample {
  const known = findRule(rule);
  const reason = known?.row.reason ?? null;
  return {
    line,
    rule,
    system: known === null ? null : systemRef(known.system),
    reason,
    sayReason: reason === null ? null : reasonTable[reason].says,
  };
}
