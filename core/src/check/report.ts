import type { CheckResult, Outcome } from './result.ts';
import { isAtLeast, type Severity } from './severity.ts';

/** What was checked: a domain, a sending address, a mail server, a message. */
export const subjectKinds = ['domain', 'ip', 'mx', 'message'] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** A check that was not made, and why. */
export interface NotRun {
  readonly id: string;
  readonly title: string;
  /** As a sentence. */
  readonly why: string;
}

/** All that a run of checks found. */
export interface CheckReport {
  readonly kind: SubjectKind;
  /** The domain, address or host that was checked; of a message its From domain. */
  readonly subject: string;
  /** When the run began, ISO 8601. */
  readonly checkedAt: string;
  /** In the order of the areas, within one in the order of the registry. */
  readonly results: readonly CheckResult[];
  readonly notRun: readonly NotRun[];
  /** Questions that were put to the DNS, those of blocklists apart. */
  readonly queries: { readonly dns: number; readonly blocklists: number };
  /** Milliseconds from the first question to the last result. */
  readonly took: number;
}

/** What a failure of each severity takes from a score, in relation to each other. */
const WEIGHT: Readonly<Record<Severity, number>> = { critical: 20, high: 10, medium: 4, low: 1, info: 0 };
/** What a score may be at most where something of a severity failed: ninety good things do not make up for mail that is refused. */
const MOST: Readonly<Partial<Record<Severity, number>>> = { critical: 49, high: 79 };
/** Of a warning this share counts as lost. */
const WARNING_SHARE = 0.4;

/**
 * What share of what could be determined is right, weighed by severity: 0 to 100, below 50 where something critical failed
 * and below 80 where something grave did; null where nothing could be determined. What could not be determined, does not
 * apply or is mere information costs nothing.
 */
export function scoreOf(results: readonly CheckResult[]): number | null {
  let [all, lost, most] = [0, 0, 100];
  for (const { outcome, severity } of results) {
    if (outcome !== 'pass' && outcome !== 'warn' && outcome !== 'fail') continue;
    const weight = WEIGHT[severity];
    all += weight;
    if (outcome === 'fail') {
      lost += weight;
      most = Math.min(most, MOST[severity] ?? most);
    }
    if (outcome === 'warn') lost += weight * WARNING_SHARE;
  }
  return all === 0 ? null : Math.min(most, Math.round(100 * (1 - lost / all)));
}

/** How many results there are of each outcome. */
export function countOutcomes(results: readonly CheckResult[]): Readonly<Record<Outcome, number>> {
  const counts = { pass: 0, warn: 0, fail: 0, info: 0, 'not-applicable': 0, 'could-not-determine': 0 };
  for (const { outcome } of results) counts[outcome]++;
  return counts;
}

/**
 * What a run says as a whole.
 *
 * - `undetermined`: nothing could be told either way;
 * - `failed`: something failed that is at least as grave as asked for.
 */
export function verdictOf(
  results: readonly CheckResult[],
  failOn: Severity = 'high',
): 'passed' | 'failed' | 'undetermined' {
  if (results.some(({ outcome, severity }) => outcome === 'fail' && isAtLeast(severity, failOn))) return 'failed';
  const told = results.some(({ outcome }) => outcome === 'pass' || outcome === 'warn' || outcome === 'fail');
  return told ? 'passed' : 'undetermined';
}

/** What changed for one check from one run to another. */
export interface ResultChange {
  readonly id: string;
  readonly title: string;
  /** Null where it was not made then. */
  readonly before: CheckResult | null;
  readonly after: CheckResult | null;
  /** `unclear`: one of the two could not be determined or was not made. */
  readonly change: 'repaired' | 'broken' | 'better' | 'worse' | 'unclear' | 'reworded';
}

const RANK: Readonly<Partial<Record<Outcome, number>>> = { fail: 0, warn: 1, pass: 2 };

/** What differs between two runs, by check id; what says the same in both is left out. */
export function compareRuns(before: readonly CheckResult[], after: readonly CheckResult[]): readonly ResultChange[] {
  const earlier = new Map(before.map((result) => [result.id, result]));
  const later = new Map(after.map((result) => [result.id, result]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((id): ResultChange[] => {
    const [from = null, to = null] = [earlier.get(id), later.get(id)];
    const { title } = (to ?? from) as CheckResult;
    if (from !== null && to !== null && from.outcome === to.outcome && from.says === to.says) return [];
    return [{ id, title, before: from, after: to, change: changeOf(from?.outcome, to?.outcome) }];
  });
}

function changeOf(from: Outcome | undefined, to: Outcome | undefined): ResultChange['change'] {
  if (from === to) return 'reworded';
  const [was, is] = [from && RANK[from], to && RANK[to]];
  if (was === undefined || is === undefined) return 'unclear';
  if (is > was) return is === RANK.pass ? 'repaired' : 'better';
  return is === RANK.fail ? 'broken' : 'worse';
}
