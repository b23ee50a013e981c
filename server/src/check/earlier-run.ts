import { areas, type CheckResult, outcomes, severities } from '@whybounce/core/check';
import { FormError } from '../form/form-error.ts';
import { MAX_EARLIER_RESULTS } from '../limits.ts';

/** A run as somebody saved it. */
export interface EarlierRun {
  /** When it began, ISO 8601. */
  readonly at: string;
  readonly results: readonly CheckResult[];
}

/** Longest text of a saved run that is shown again. */
const MAX_TEXT = 2_000;

/**
 * Reads the file of an earlier run. It comes from a stranger's disk: only what a report has is taken from it, as text.
 *
 * @throws FormError `earlier-unreadable`
 */
export function readEarlierRun(bytes: Uint8Array): EarlierRun {
  const report = parsed(bytes);
  if (!isObject(report) || !Array.isArray(report['results'])) throw new FormError('earlier-unreadable');
  const { checkedAt } = report;
  const time = typeof checkedAt === 'string' ? Date.parse(checkedAt) : Number.NaN;
  const results = report['results'].slice(0, MAX_EARLIER_RESULTS).flatMap(resultOf);
  if (Number.isNaN(time) || results.length === 0) throw new FormError('earlier-unreadable');
  return { at: new Date(time).toISOString(), results };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FormError('earlier-unreadable', { cause });
  }
}

/** What is compared and shown of a result; nothing where it is none. */
function resultOf(value: unknown): CheckResult[] {
  if (!isObject(value)) return [];
  const { id, title, says, source } = value;
  const area = oneOf(areas, value['area']);
  const outcome = oneOf(outcomes, value['outcome']);
  const severity = oneOf(severities, value['severity']);
  if (area === null || outcome === null || severity === null) return [];
  if (typeof id !== 'string' || !/^[a-z0-9_]{1,40}\.[a-z0-9_]{1,60}$/.test(id)) return [];
  if (typeof title !== 'string' || typeof says !== 'string') return [];
  return [
    {
      id,
      area,
      outcome,
      severity,
      title: cut(title),
      says: cut(says),
      source: typeof source === 'string' ? cut(source) : '',
      seen: [],
      fix: null,
      publish: null,
    },
  ];
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
  return all.find((one) => one === value) ?? null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function cut(text: string): string {
  return text.slice(0, MAX_TEXT).toWellFormed();
}
