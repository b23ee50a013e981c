import type { Outcome } from '@whybounce/core/check';
import type { ComponentChildren, JSX } from 'preact';
import { OutcomeIcon } from '../check/outcome-icon.tsx';

/** What a page found, in one line with its shape. */
export function Headline({
  outcome,
  children,
}: {
  readonly outcome: Outcome;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <p class={`headline outcome-${outcome}`} dir="auto">
      <OutcomeIcon outcome={outcome} />
      <span>{children}</span>
    </p>
  );
}
