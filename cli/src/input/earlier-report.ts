import { type CheckResult, outcomes, type SubjectKind, severities } from '@whybounce/core/check';
import { UsageError } from '../usage-error.ts';
import { readWhole } from './read-whole.ts';

/** What a comparison needs of an earlier report. */
export interface EarlierReport {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly checkedAt: string;
  readonly results: readonly CheckResult[];
}

/** Results that are read: a report has some hundred checks. */
const MAX_RESULTS = 2_000;

/**
 * Reads a report that `--format json` printed.
 *
 * @throws UsageError for what cannot be read or is none, or is of another kind of subject
 */
export async function readEarlierReport(path: string, kind: SubjectKind): Promise<EarlierReport> {
  const { text, problem } = await readWhole(path);
  if (problem !== null) throw new UsageError(`--before ${problem}`);
  const report = parsed(text);
  if (!isReport(report))
    throw new UsageError(`--before ${path}: this is no report. Name a file that --format json printed.`);
  if (report.kind !== kind)
    throw new UsageError(`--before ${path}: that report is of a ${report.kind}, and this one is of a ${kind}.`);
  return report;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isReport(value: unknown): value is EarlierReport {
  if (!isObject(value) || !Array.isArray(value['results']) || value['results'].length > MAX_RESULTS) return false;
  return areTexts(value, ['kind', 'subject', 'checkedAt']) && value['results'].every(isResult);
}

function isResult(value: unknown): boolean {
  return (
    isObject(value) &&
    areTexts(value, ['id', 'title', 'says', 'outcome', 'severity']) &&
    (outcomes as readonly unknown[]).includes(value['outcome']) &&
    (severities as readonly unknown[]).includes(value['severity'])
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function areTexts(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string');
}
