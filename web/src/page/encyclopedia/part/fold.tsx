import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';

/** Items that stand open. */
const MAX_OPEN = 12;

/** A list whose end is folded away where it is long. */
export function Fold({
  items,
  class: name,
}: {
  /** Each a `li`. */
  readonly items: readonly JSX.Element[];
  readonly class?: string;
}): JSX.Element {
  const folded = items.slice(MAX_OPEN);
  return (
    <>
      <ul class={name}>{items.slice(0, MAX_OPEN)}</ul>
      {folded.length === 0 ? null : (
        <details>
          <summary>{encyclopedia.more(folded.length)}</summary>
          <ul class={name}>{folded}</ul>
        </details>
      )}
    </>
  );
}
