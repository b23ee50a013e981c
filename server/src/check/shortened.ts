import type { CheckResult } from '@whybounce/core/check';
import { MAX_SEEN } from '../limits.ts';

/**
 * A result as it is sent: a TXT record may have 64 KB, which dozens of checks show, each in its sentence and as what was
 * seen. Whoever publishes one would else have every visitor load megabytes. What is to be published stays whole, since
 * somebody copies it.
 */
export function shortened(result: CheckResult): CheckResult {
  const { says, fix, seen } = result;
  return {
    ...result,
    says: cut(says),
    fix: fix === null ? null : cut(fix),
    seen: seen.map(({ of, value }) => ({ of: cut(of), value: cut(value) })),
  };
}

function cut(text: string): string {
  const more = text.length - MAX_SEEN;
  if (more <= 0) return text;
  return `${text.slice(0, MAX_SEEN).toWellFormed()} … ${more.toLocaleString('en')} characters more`;
}
