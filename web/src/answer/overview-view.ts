import {
  type CohortKey,
  findBands,
  findPatterns,
  findSteps,
  type Pattern,
  type RateBand,
  type ReasonId,
  type Step,
  sayReason,
  systemName,
} from '@whybounce/core';
import { reasonPath, rulePath, systemPath } from '../address.ts';
import { unknownValues } from '../wording/answer-kinds.ts';
import type { HeldEvent } from './held-event.ts';
import { isFailure } from './is-failure.ts';
import { type CountedBy, countedValue } from './list-view.ts';
import type { ReadResult } from './read-inputs.ts';
import { ruleName } from './rule-name.ts';
import type { CohortView, CountView, OverviewView, PatternView, RateView, StepView } from './shapes.ts';

/** Values of one kind that are counted by name; the rest is in the list. */
const MAX_VALUES = 200;
/** Rates, patterns and steps beyond this help nobody. */
const MAX_FINDINGS = 50;

/** What stands out in many events, then what they are. */
export function overviewOf({ tally, held, events, byKind }: ReadResult): OverviewView {
  const bands = findBands(tally);
  return {
    events,
    byKind: sorted(byKind).map(([value, count]) => ({ value, name: value, href: null, count })),
    rate: bands.all === null ? null : rateView(bands.all),
    rates: bands.cohorts
      .filter(isApart(bands.all))
      .slice(0, MAX_FINDINGS)
      .map((cohort) => ({ ...rateView(cohort), ...cohortView(cohort) })),
    patterns: findPatterns(tally).slice(0, MAX_FINDINGS).map(patternView),
    repairs: repairsOf(held),
    steps: findSteps(tally).slice(0, MAX_FINDINGS).map(stepView),
    byDomain: countsOf(held, 'domain', (domain) => domain),
    bySystem: countsOf(held, 'system', systemName, systemPath),
    byReason: countsOf(held, 'reason', (reason) => sayReason(reason as ReasonId), reasonPath),
    byOwner: countsOf(held, 'owner', (owner) => owner),
    byDeed: countsOf(held, 'deed', (deed) => deed),
  };
}

/** Whether a cohort's rate lies above that of all the mail: one alarm for one rate, not one for each of its parts. */
function isApart(all: RateBand | null): (cohort: RateBand) => boolean {
  return ({ low }) => all === null || low > all.high;
}

function countsOf(
  held: readonly HeldEvent[],
  by: Exclude<CountedBy, 'kind'>,
  nameOf: (value: string) => string,
  hrefOf: (value: string) => string | null = () => null,
): CountView[] {
  const counts = new Map<string, number>();
  for (const { event } of held) {
    const value = countedValue(event, by);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return sorted(counts)
    .slice(0, MAX_VALUES)
    .map(([value, count]) => ({
      value,
      name: value === '' ? unknownValues[by] : nameOf(value),
      href: value === '' ? null : hrefOf(value),
      count,
    }));
}

/** Failures of one kind below this number or share are no pattern. */
const MIN_REPAIR = 5;
const MIN_REPAIR_SHARE = 0.1;
const MAX_REPAIRS = 3;

/** Many failures for which the same was said, and which end when one thing is repaired: a listed address, a missing record. */
function repairsOf(held: readonly HeldEvent[]): OverviewView['repairs'] {
  const counts = new Map<string, number>();
  let failures = 0;
  for (const { event } of held) {
    if (!isFailure(event) || event.diagnosis === null) continue;
    failures++;
    const { rule, reason, action } = event.diagnosis;
    if (action.do === 'fix') counts.set(rule ?? reason, (counts.get(rule ?? reason) ?? 0) + 1);
  }
  return sorted(counts)
    .filter(([, count]) => count >= MIN_REPAIR && count >= MIN_REPAIR_SHARE * failures)
    .slice(0, MAX_REPAIRS)
    .map(([value, count]) => ({ value, count, of: failures, ...said(value) }));
}

/** The most first, then by value. */
function sorted<Value extends string>(counts: ReadonlyMap<Value, number>): [Value, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function rateView({ band, attempts, failures, rate, low, high }: RateBand): RateView {
  return { band, attempts, failures, rate, low, high };
}

function cohortView({ dimension, key }: CohortKey): CohortView {
  const isProvider = dimension === 'provider';
  return { dimension, key, name: isProvider ? systemName(key) : key, href: isProvider ? systemPath(key) : null };
}

function patternView(pattern: Pattern): PatternView {
  const { only, attempts, failures, expected, since, domains, rules, alternatives } = pattern;
  return {
    ...cohortView(pattern),
    only: only === null ? null : cohortView(only),
    attempts,
    failures,
    expected,
    since: isoOf(since),
    domains,
    rules: rules.map(({ rule, failures: count }) => ({ ...said(rule), failures: count })),
    alternatives: alternatives.map(cohortView),
  };
}

function stepView({ kind, rule, isFirstSeen, since, until, attempts, failures, expected }: Step): StepView {
  return {
    kind,
    rule: rule === null ? null : said(rule),
    isFirstSeen,
    since: new Date(since).toISOString(),
    until: isoOf(until),
    attempts,
    failures,
    expected,
  };
}

/** A rule, or the reason where none spoke, with its page. */
function said(rule: string): { readonly name: string; readonly href: string } {
  return rule.includes('/')
    ? { name: ruleName(rule), href: rulePath(rule) }
    : { name: sayReason(rule as ReasonId), href: reasonPath(rule) };
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
