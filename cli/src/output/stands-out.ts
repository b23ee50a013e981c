import type { Bands, CohortBand, Dimension, Pattern, RateBand, Step } from '@whybounce/core';
import {
  allTogether,
  bandNames,
  clock,
  counted,
  dimensionNames,
  exactPercent,
  grouped,
  unknownRate,
} from '@whybounce/web/wording';
import { heading, remark } from './layout.ts';
import { paint } from './paint.ts';
import { terminalText } from './terminal-text.ts';

/** What stands out in many events. */
export interface StandsOut {
  readonly bands: Bands;
  readonly patterns: readonly Pattern[];
  readonly steps: readonly Step[];
}

/** Rows of each kind that are shown; the JSON output has all. */
const MAX_ROWS = 10;

/** The section "What stands out": the bounce rate, cohorts that failed beyond the rest, what began when. */
export function standsOutText({ bands, patterns, steps }: StandsOut): string {
  const lines = [heading('What stands out').replace(/^\n {2}/, '\n')];
  if (bands.all === null)
    lines.push(remark('No delivery was read, so nobody knows the bounce rate. Read the whole log to see it.'));
  else lines.push(`  Bounce rate ${rateText(bands.all)}: ${bandText(bands.all.band)}`);
  for (const pattern of patterns.slice(0, MAX_ROWS)) lines.push(patternText(pattern));
  lines.push(...more(patterns.length, 'patterns'));
  for (const step of steps.slice(0, MAX_ROWS)) lines.push(stepText(step));
  lines.push(...more(steps.length, 'beginnings'));
  const others = bands.cohorts.filter((cohort) => !patterns.some(({ dimension, key }) => isOf(cohort, dimension, key)));
  if (others.length > 0) lines.push(paint('dim', '  Rates above the limits beside these:'));
  for (const cohort of others.slice(0, MAX_ROWS))
    lines.push(`    ${nameText(cohort.dimension, cohort.key)}: ${rateText(cohort)}, ${bandText(cohort.band)}`);
  lines.push(...more(others.length, 'rates'));
  if (bands.all !== null && patterns.length + steps.length + others.length === 0)
    lines.push(remark('No part of the mail failed markedly more often than the rest.'));
  return `${lines.join('\n')}\n`;
}

/** The same for programs, times as ISO 8601. */
export function standsOutJson({ bands, patterns, steps }: StandsOut): object {
  return {
    bands,
    patterns: patterns.map((pattern) => ({ ...pattern, since: isoOf(pattern.since) })),
    steps: steps.map((step) => ({ ...step, since: isoOf(step.since), until: isoOf(step.until) })),
  };
}

function patternText({
  dimension,
  key,
  only,
  alternatives,
  attempts,
  failures,
  expected,
  since,
  domains,
  rules,
}: Pattern): string {
  const place = only === null ? '' : ` at ${lower(nameText(only.dimension, only.key))}`;
  const spread = dimension === 'domain' || domains < 2 ? '' : ` at ${counted(domains, 'domain')}`;
  const lines = [
    `  ${paint('bold', `${nameText(dimension, key)}${place}`)}: ${grouped(failures)} of ${grouped(attempts)} refused${spread} (${grouped(expected)} would be usual)${since === null ? '' : `, first ${minute(since)}`}`,
  ];
  if (rules.length > 0)
    lines.push(
      paint(
        'dim',
        `      ${rules.map(({ rule, failures: count }) => `${terminalText(rule)} ${grouped(count)}`).join(', ')}`,
      ),
    );
  if (alternatives.length > 0)
    lines.push(
      paint(
        'dim',
        `      the very same mail: ${alternatives.map((other) => lower(nameText(other.dimension, other.key))).join(', ')}`,
      ),
    );
  return lines.join('\n');
}

function stepText({ kind, rule, isFirstSeen, since, until, attempts, failures, expected }: Step): string {
  const what = rule === null ? allTogether[kind] : terminalText(rule);
  const before = isFirstSeen ? 'never seen before' : `${grouped(expected)} would be usual`;
  const end = until === null ? '' : `, over by ${minute(until)}`;
  return `  ${paint('bold', `${isFirstSeen ? 'New' : 'More'} from ${minute(since)}`)}: ${what}, ${grouped(failures)} of ${grouped(attempts)} (${before})${end}`;
}

function rateText({ rate, low, high, attempts, failures }: RateBand): string {
  const share = rate === null ? unknownRate : exactPercent(rate);
  return `${share} (${grouped(failures)} of ${grouped(attempts)}, likely between ${exactPercent(low)} and ${exactPercent(high)})`;
}

function bandText(band: RateBand['band']): string {
  const name = bandNames[band];
  return band === 'stop' ? paint('red', name) : band === 'investigate' ? paint('yellow', name) : name;
}

function nameText(dimension: Dimension, key: string): string {
  return `${dimensionNames[dimension]} ${terminalText(key)}`;
}

function isOf(cohort: CohortBand, dimension: Dimension, key: string): boolean {
  return cohort.dimension === dimension && cohort.key === key;
}

function more(count: number, what: string): string[] {
  return count > MAX_ROWS
    ? [paint('dim', `  … and ${grouped(count - MAX_ROWS)} more ${what} (--format json has all)`)]
    : [];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function minute(at: number): string {
  return clock(new Date(at).toISOString());
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
