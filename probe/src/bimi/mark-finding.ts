import type { RecordFinding } from '@whybounce/core/record';

const SOURCE = 'draft-fetch-validation-vmc-wchuang section 5';

/** A finding about a certificate, which has no places that people could see. */
export function say(
  code: string,
  severity: RecordFinding['severity'],
  says: string,
  fix: string | null,
  source = SOURCE,
): RecordFinding {
  return { code, severity, span: null, says, fix, source };
}
