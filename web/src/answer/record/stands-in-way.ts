import type { RecordFinding } from '@whybounce/core/record';

/** The findings for which a record must not be published: every receiver would treat it as an error, or not read it. */
export function standsInWay(findings: readonly RecordFinding[]): readonly RecordFinding[] {
  return findings.filter(({ severity }) => severity === 'critical');
}
