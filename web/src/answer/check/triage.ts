import { type Area, areas, type CheckResult, type Outcome, type SubjectKind, severities } from '@whybounce/core/check';

/** Outcomes by how much attention they are worth. */
export const outcomeOrder: readonly Outcome[] = [
  'fail',
  'warn',
  'could-not-determine',
  'info',
  'pass',
  'not-applicable',
];

/** Results with what needs attention first, the gravest of it before all. */
export function inOrder(results: readonly CheckResult[]): CheckResult[] {
  return results.toSorted(
    (a, b) =>
      outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      areas.indexOf(a.area) - areas.indexOf(b.area) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Whether something is to be done about a result. */
export function isAmiss({ outcome }: Pick<CheckResult, 'outcome'>): boolean {
  return outcome === 'fail' || outcome === 'warn';
}

/** Areas of which a check of each kind can tell: known before the first result, so that their list stands still. */
const areasOf: Readonly<Record<SubjectKind, ReadonlySet<Area>>> = {
  domain: new Set(areas.filter((area) => area !== 'arc' && area !== 'message')),
  ip: new Set<Area>(['ptr', 'ehlo', 'spf', 'blocklist']),
  mx: new Set<Area>(['mx', 'tls', 'dane']),
  message: new Set(areas.filter((area) => !['dnssec', 'dane', 'mta-sts', 'tls-rpt'].includes(area))),
};

/** Results by area, in the order of the areas; those that a check of the kind can tell of are there without results too. */
export function byArea(
  kind: SubjectKind,
  results: readonly CheckResult[],
): readonly { readonly area: Area; readonly results: readonly CheckResult[] }[] {
  const found = Map.groupBy(results, ({ area }) => area);
  return areas.flatMap((area) => {
    const own = found.get(area);
    return own === undefined && !areasOf[kind].has(area) ? [] : [{ area, results: inOrder(own ?? []) }];
  });
}
