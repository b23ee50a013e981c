import type { Action, Owner } from '@whybounce/core';
import type { JSX } from 'preact';

/*
 * Shapes beside the words, so that neither depends on a colour. Drawn on 16 units with lines of 1.5.
 */

/** For each owner which side of the way from sender to recipient is filled: who stands where. */
const places: Readonly<Record<Owner, number>> = {
  sender: 0,
  'sending-platform': 1,
  'receiving-platform': 2,
  'recipient-admin': 3,
  recipient: 4,
  nobody: -1,
};

/** The way of a message as five stations, that of the owner filled. */
export function OwnerIcon({ owner }: { readonly owner: Owner }): JSX.Element {
  return (
    <svg class="icon way" viewBox="0 0 44 16" aria-hidden="true" focusable="false">
      <path d="M4 8H40" />
      {[0, 1, 2, 3, 4].map((place) => (
        <circle
          key={place}
          cx={4 + 9 * place}
          cy="8"
          r={place === places[owner] ? 4 : 2}
          class={place === places[owner] ? 'here' : undefined}
        />
      ))}
    </svg>
  );
}

const shapes: Readonly<Record<Action['do'], JSX.Element>> = {
  suppress: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5zM5 8h6" />,
  hold: <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM6 5v6M10 5v6" />,
  retry: <path d="M14 8a6 6 0 1 1-2-4.5M12.500 .5v3.500H9" />,
  fix: <path d="M8 1 15 14H1zM8 6v4M8 11.500v1" />,
  ignore: <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM5 8.500 7.200 11 11 5.500" />,
};

/** What is done with the address, as a shape. */
export function DeedIcon({ deed }: { readonly deed: Action['do'] }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[deed]}
    </svg>
  );
}
