import type { CheckResult, Outcome } from '@whybounce/core/check';
import type { Source } from '@whybounce/knowledge';
import {
  type BulkProvider,
  bulkProviders,
  bulkThresholds,
  type ProviderDemand,
  type Requirement,
} from './requirement.ts';
import { requirements } from './requirements.ts';

/**
 * - `could-not-tell`: the checks that show it were not made or could not be determined;
 * - `not-shown`: no message shows it, such as how many readers report spam;
 * - `does-not-apply`: it is not asked of such a message.
 */
export type RequirementState = 'met' | 'not-met' | 'could-not-tell' | 'not-shown' | 'does-not-apply';

/** Whether a message meets what one provider asks. */
export interface BulkSenderCell {
  readonly provider: BulkProvider;
  readonly state: RequirementState;
  readonly appliesTo: ProviderDemand['of'];
  /** Messages a day from which on it is asked; null where it is asked of everybody or no number is named. */
  readonly perDay: number | null;
  readonly force: ProviderDemand['force'];
  readonly asks: string;
  readonly source: Source;
}

/** One requirement with a cell for each provider that asks it. */
export interface BulkSenderRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly BulkSenderCell[];
  /** The results by which it was judged, the telling ones first. */
  readonly because: readonly { readonly id: string; readonly outcome: Outcome; readonly says: string }[];
  /** Where to look for what a message does not show; else null. */
  readonly lookAt: string | null;
}

/**
 * What Google, Yahoo and Microsoft ask of those who send in bulk, held against the results of a check.
 *
 * @param results of a message; those of a domain or an address fill the table in part
 * @returns every requirement in a fixed order, the hardest first
 */
export function bulkSenderTable(results: readonly CheckResult[]): readonly BulkSenderRow[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  return requirements.map((requirement) => {
    const found = requirement.shownBy.map((id) => byId.get(id)).filter((result) => result !== undefined);
    return {
      id: requirement.id,
      title: requirement.title,
      cells: bulkProviders.flatMap((provider) =>
        requirement.demands
          .filter((demand) => demand.provider === provider)
          .map((demand) => cellOf(requirement, demand, byId)),
      ),
      because: found
        .toSorted((a, b) => rank[a.outcome] - rank[b.outcome])
        .map(({ id, outcome, says }) => ({ id, outcome, says })),
      lookAt: requirement.lookAt,
    };
  });
}

const rank: Readonly<Record<Outcome, number>> = {
  fail: 0,
  warn: 1,
  'could-not-determine': 2,
  pass: 3,
  info: 4,
  'not-applicable': 5,
};

function cellOf(
  requirement: Requirement,
  demand: ProviderDemand,
  byId: ReadonlyMap<string, CheckResult>,
): BulkSenderCell {
  const { provider, of, force, asks, source } = demand;
  return {
    provider,
    state: stateOf(requirement, demand, byId),
    appliesTo: of,
    perDay: of === 'bulk' ? bulkThresholds[provider].perDay : null,
    force,
    asks,
    source,
  };
}

function stateOf(
  { shownBy, oneIsEnough = false, onlyPassTells = false }: Requirement,
  { warningMeets = true }: ProviderDemand,
  byId: ReadonlyMap<string, CheckResult>,
): RequirementState {
  if (shownBy.length === 0) return 'not-shown';
  const states = shownBy.map((id) => oneState(byId.get(id)?.outcome, warningMeets));
  const judged = states.filter((state) => state !== 'does-not-apply');
  if (judged.length === 0) return 'does-not-apply';
  const state = oneIsEnough ? bestOf(judged) : worstOf(judged);
  return state === 'not-met' && onlyPassTells ? 'could-not-tell' : state;
}

function oneState(outcome: Outcome | undefined, warningMeets: boolean): RequirementState {
  switch (outcome) {
    case 'pass':
    case 'info':
      return 'met';
    case 'warn':
      return warningMeets ? 'met' : 'not-met';
    case 'fail':
      return 'not-met';
    case 'not-applicable':
      return 'does-not-apply';
    default:
      return 'could-not-tell';
  }
}

function worstOf(states: readonly RequirementState[]): RequirementState {
  return states.includes('not-met') ? 'not-met' : states.includes('could-not-tell') ? 'could-not-tell' : 'met';
}

function bestOf(states: readonly RequirementState[]): RequirementState {
  return states.includes('met') ? 'met' : states.includes('could-not-tell') ? 'could-not-tell' : 'not-met';
}
