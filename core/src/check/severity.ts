/** How much a failure matters, the worst first. `info` is never a failure. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

export type Severity = (typeof severities)[number];

/** Whether one severity is at least as grave as another. */
export function isAtLeast(severity: Severity, bound: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(bound);
}
