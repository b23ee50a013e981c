import type { JSX } from 'preact';
import type { Progress } from '../../answer/protocol.ts';
import { decoder } from '../../wording/decoder.ts';
import { counted, percent } from '../../wording/outcome.ts';

/** How far reading has come; without numbers while the engine starts. */
export function Reading({ progress }: { readonly progress: Progress | null }): JSX.Element {
  if (progress === null || progress.allBytes === 0) return <p class="progress">{decoder.reading}</p>;
  const { doneBytes, allBytes, events } = progress;
  return (
    <p class="progress">
      <progress max={allBytes} value={doneBytes} aria-label={decoder.reading} />
      {decoder.readingProgress(percent(doneBytes / allBytes), counted(events, 'event'))}
    </p>
  );
}
