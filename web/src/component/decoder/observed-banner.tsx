import type { JSX } from 'preact';
import type { ObservedView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';

/** What a check in another tab offers: it is used when somebody says so, and not before. */
export function ObservedBanner({
  subject,
  seen,
  onUse,
  onDecline,
}: {
  /** What was checked. */
  readonly subject: string;
  readonly seen: readonly ObservedView[];
  readonly onUse: () => void;
  readonly onDecline: () => void;
}): JSX.Element {
  return (
    <section class="observed-banner" aria-labelledby="observed-banner">
      <p id="observed-banner" role="status">
        <strong>{answer.observedOffer(subject, seen.length)}</strong>
      </p>
      <ul>
        {seen.map(({ id, says, note }) => (
          <li key={id}>
            {says} <bdi class="soft">{note}</bdi>
          </li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" class="main" onClick={onUse}>
          {answer.observedUse}
        </button>
        <button type="button" onClick={onDecline}>
          {answer.observedDecline}
        </button>
      </p>
    </section>
  );
}
