import type { BounceEvent } from '@whybounce/core';
import type { CheckReport } from '@whybounce/core/check';
import { checkEvent, type Observed } from '@whybounce/probe';
import { CheckProgress } from '../output/check/progress.ts';
import { seenText } from '../output/check/seen-text.ts';
import { askWorld, type WorldOptions } from './check.ts';

/** What the world showed of a bounce, for `explain --check`. */
export interface CheckedEvent {
  readonly observed: readonly Observed[];
  readonly reports: readonly CheckReport[];
  /** What counts for the diagnosis, for a terminal. */
  readonly text: string;
}

/** Looks at both sides of a bounce. */
export async function checkedEvent(event: BounceEvent, options: WorldOptions): Promise<CheckedEvent> {
  const progress = new CheckProgress();
  try {
    const { receiving, sending, observed } = await askWorld(options, (probe) =>
      checkEvent(probe, event, { onResult: (_, done, of) => progress.show(done, of) }),
    );
    const reports = [receiving, sending].flatMap((run) => run?.report ?? []);
    return { observed, reports, text: seenText(reports, observed) };
  } finally {
    progress.end();
  }
}
