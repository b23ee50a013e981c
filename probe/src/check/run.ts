import type { CheckResult } from '@whybounce/core/check';
import type { CheckContext } from './context.ts';
import type { Check, Verdict } from './define.ts';

/** How a set of checks is run. */
export interface RunOptions {
  /** Milliseconds after which what has not ended is told as undetermined. */
  readonly milliseconds: number;
  /** Is told each result as it comes, in any order. */
  readonly onResult?: ((result: CheckResult, done: number, of: number) => void) | undefined;
  /** Is told of a check that threw: a fault of its own. */
  readonly onFault?: ((id: string, error: unknown) => void) | undefined;
}

/**
 * Runs checks side by side.
 *
 * @returns their results in the order of the checks
 */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
  { milliseconds, onResult, onFault }: RunOptions,
): Promise<CheckResult[]> {
  let done = 0;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Verdict>((resolve) => {
    alarm = setTimeout(
      resolve,
      milliseconds,
      unknown(`This was not finished within the ${milliseconds / 1000} seconds that the whole check has.`),
    );
  });
  const results = checks.map(async (check) => {
    const verdict = await Promise.race([look(check, context, onFault), late]);
    const result = resultOf(check, verdict);
    onResult?.(result, ++done, checks.length);
    return result;
  });
  try {
    return await Promise.all(results);
  } finally {
    clearTimeout(alarm);
  }
}

async function look(check: Check, context: CheckContext, onFault: RunOptions['onFault']): Promise<Verdict> {
  try {
    return await check.run(context);
  } catch (error) {
    onFault?.(check.id, error);
    return unknown('Whybounce could not make this check: a fault of its own, not of what is checked.');
  }
}

function unknown(says: string): Verdict {
  return { outcome: 'could-not-determine', says };
}

/** A result out of what a check is and what it found. */
export function resultOf(
  { id, area, title, severity, source, remedy }: Check,
  { outcome, says, seen = [], fix, publish, severity: own }: Verdict,
): CheckResult {
  const amiss = outcome === 'fail' || outcome === 'warn';
  return {
    id,
    area,
    title,
    outcome,
    severity: own ?? severity,
    says,
    seen,
    fix: fix ?? (amiss ? remedy : null),
    publish: publish ?? null,
    source,
  };
}
