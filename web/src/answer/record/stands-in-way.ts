import type { RecordFinding } from '@whybounce/core/record';

/** The findings for which a record must not be published: receivers would treat it as an error, or not read it. */
export function standsInWay(findings: readonly RecordFinding[]): readonly RecordFinding[] {
  // too many look-ups that find nothing are a permerror too, although some receivers bear with them (RFC 7208 section 4.6.4)
  return findings.filter(({ code, severity }) => severity === 'critical' || code === 'too-many-voids');
}
