import { type CheckResult, countOutcomes } from '@whybounce/core/check';
import { checkPage } from '../../wording/check-page.ts';

/** What results say as a whole, in a few words. */
export function verdictWords(results: readonly CheckResult[]): string {
  const { fail, warn, pass } = countOutcomes(results);
  return checkPage.verdict(fail, warn, fail + warn + pass);
}
