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
  readonly onUse: () => void;
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
            {note}
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" onClick={onUse}>
          {use}
        </button>
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
