/** Whether the server said that trying again may help. */
export type Permanence = 'permanent' | 'temporary' | 'unknown';

const temporaryWords =
  /\b(?:temporar(?:y|ily)|try(?:ing)? again|re-?try|retried|later|deferred|delayed|greylist\w*|grey-listed|timed out|time-?out|too busy|overload\w*|throttl\w*|rate limit\w*|has been delayed|will keep trying|still being attempted)\b/i;
const permanentWords =
  /\b(?:permanent(?:ly)?|does(?: not|n't) exist|no such|unknown user|user unknown|not found|rejected|refused|denied|blocked|giv(?:en|ing) up|undeliverable|failed|disabled|invalid|expired)\b/i;

/** Class digit of the enhanced status, else of the reply code, else the wording. */
export function permanenceOf(
  enhancedStatus: string | null,
  replyCode: number | null,
  diagnostic: string | null,
): Permanence {
  const digit = enhancedStatus?.charCodeAt(0) ?? (replyCode === null ? 0 : 0x30 + Math.trunc(replyCode / 100));
  if (digit === 0x35) return 'permanent';
  if (digit === 0x34) return 'temporary';
  if (digit === 0x32 || diagnostic === null) return 'unknown';
  const words = diagnostic.slice(0, 2_048);
  if (temporaryWords.test(words)) return 'temporary';
  return permanentWords.test(words) ? 'permanent' : 'unknown';
}
