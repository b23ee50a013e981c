import type { JSX } from 'preact';
import type { SeenForDiagnosis } from '../../answer/check/check-state.ts';
import { checkPage } from '../../wording/check-page.ts';

/** What of a check speaks for or against causes of a bounce, and a way to hand it to an open decoder. */
export function ObservedList({
  observed,
  onUse,
  said,
}: {
  readonly observed: readonly SeenForDiagnosis[];
  /** Null where there is no script to hand it over. */
  readonly onUse: (() => void) | null;
  /** What came of it; null before. */
  readonly said: string | null;
}): JSX.Element | null {
  if (observed.length === 0) return null;
  const { heading, lead, use } = checkPage.observed;
  return (
    <section class="observed" aria-labelledby="observed">
      <h2 id="observed">{heading}</h2>
      <p>{lead}</p>
      <ul>
        {observed.map(({ id, note }) => (
          <li key={id} dir="auto">
            {note} <code>{id}</code>
          </li>
        ))}
      </ul>
      {onUse === null ? null : (
        <p>
          <button type="button" onClick={onUse}>
            {use}
          </button>
        </p>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
