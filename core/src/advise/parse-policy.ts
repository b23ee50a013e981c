import {
  type Action,
  type CauseId,
  type Deed,
  diagnosisTable,
  type ObservationId,
  type PolicyRow,
  type ReasonId,
  reasonIds,
} from '@whybounce/knowledge';
import { Policy, suppressible } from './policy.ts';

/** Rows of one policy; nobody writes more by hand, and each costs time with every refusal. */
const MAX_ROWS = 5_000;
/** Characters of a sentence. */
const MAX_WHY = 500;
/** A year: longer pauses are suppressions in disguise. */
const MAX_RETRY_AFTER = 366 * 86_400;

const deeds: readonly Deed[] = ['suppress', 'hold', 'retry', 'fix', 'ignore'];
const causeIds: ReadonlySet<string> = new Set(diagnosisTable.causes.map(({ id }) => id));
const observationIds: ReadonlySet<string> = new Set(diagnosisTable.observations);
const reasons: ReadonlySet<string> = new Set(reasonIds);
const keys = ['cause', 'causes', 'reason', 'reasons', 'when', 'do', 'retryAfter', 'then', 'why'];

/** Thrown for a policy that cannot be used; the message names the row and says what to write. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code = 'WHYBOUNCE_POLICY';
}

/**
 * An operator's policy: rows that come before the built-in ones.
 *
 * A row names causes (`cause`, `causes`), or only reasons (`reason`, `reasons`): then it says what is
 * done for these while no cause stands out. `do` is one of suppress, hold, retry, fix and ignore;
 * `retryAfter` is in seconds. A row may suppress only for causes that lie with the address: who blocks
 * the sender says nothing about the recipient.
 *
 * @param data a list of rows, or `{ policy: [rows] }`, as JSON or YAML gives it
 * @throws {@link PolicyError}
 */
export function parsePolicy(data: unknown): Policy {
  const rows = isRecord(data) && 'policy' in data ? data['policy'] : data;
  if (!Array.isArray(rows))
    throw new PolicyError('a policy is a list of rows: write [{ "cause": "…", "do": "hold" }].');
  if (rows.length > MAX_ROWS) throw new PolicyError(`it has ${rows.length} rows: ${MAX_ROWS} are the most.`);
  const byCause: PolicyRow[] = [];
  const whileOpen: Partial<Record<ReasonId, Action>> = {};
  for (const [i, item] of rows.entries()) {
    const row = parseRow(item, `row ${i + 1}`);
    if (row.causes.length > 0) byCause.push(row);
    else for (const reason of row.reasons ?? []) whileOpen[reason] = actionOf(row);
  }
  return new Policy(byCause, whileOpen);
}

function parseRow(item: unknown, place: string): PolicyRow {
  const fail = (what: string): never => {
    throw new PolicyError(`${place}: ${what}`);
  };
  if (!isRecord(item)) return fail('it is no object: write { "cause": "…", "do": "hold" }.');
  for (const key of Object.keys(item))
    if (!keys.includes(key)) fail(`"${key.slice(0, 60)}" is not known: write ${keys.join(', ')}.`);
  const list = (one: string, many: string, known: ReadonlySet<string>, example: string): string[] => {
    const value = item[many] ?? item[one];
    if (value === undefined) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((id) =>
      typeof id === 'string' && known.has(id)
        ? id
        : fail(`${many} has ${JSON.stringify(id)?.slice(0, 80)}, which does not exist: write such as ${example}.`),
    );
  };
  const causes = list('cause', 'causes', causeIds, 'address-does-not-exist') as CauseId[];
  const named = list('reason', 'reasons', reasons, 'recipient.unknown') as ReasonId[];
  const when = list('when', 'when', observationIds, 'second-try:refused') as ObservationId[];
  if (causes.length === 0 && named.length === 0) fail('it names neither causes nor reasons: add "cause".');
  if (causes.length === 0 && when.length > 0) fail('"when" needs a cause: add "cause".');
  const deed = oneDeed(item['do'], 'do', fail);
  const then = item['then'] === undefined || item['then'] === null ? null : oneDeed(item['then'], 'then', fail);
  const retryAfter = item['retryAfter'] ?? null;
  if (
    retryAfter !== null &&
    !(typeof retryAfter === 'number' && Number.isInteger(retryAfter) && retryAfter > 0 && retryAfter <= MAX_RETRY_AFTER)
  )
    fail(`retryAfter is ${JSON.stringify(retryAfter)}: write whole seconds, from 1 to ${MAX_RETRY_AFTER}.`);
  if (deed === 'suppress' || then === 'suppress') {
    if (causes.length === 0) fail('a row for reasons alone cannot suppress, as no cause is clear then: add "cause".');
    const foreign = causes.filter((cause) => !suppressible.has(cause));
    if (foreign.length > 0)
      fail(
        `it would suppress an address for ${foreign.join(', ')}, which does not lie with the address: write hold or fix.`,
      );
  }
  const why = item['why'] ?? 'Your own policy says so.';
  if (typeof why !== 'string' || why.trim() === '' || why.length > MAX_WHY)
    return fail(`why is no sentence of at most ${MAX_WHY} characters.`);
  return {
    causes,
    ...(named.length > 0 && { reasons: named }),
    ...(when.length > 0 && { when }),
    do: deed,
    retryAfter: retryAfter as number | null,
    then,
    why: why.replace(/\s+/g, ' ').trim(),
  };
}

function oneDeed(value: unknown, key: string, fail: (what: string) => never): Deed {
  return deeds.includes(value as Deed)
    ? (value as Deed)
    : fail(`${key} is ${JSON.stringify(value)?.slice(0, 60)}: write one of ${deeds.join(', ')}.`);
}

function actionOf({ do: deed, retryAfter, then, why }: PolicyRow): Action {
  return { do: deed, retryAfter, then, why };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
