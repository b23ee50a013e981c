import type { Outcome } from '@whybounce/core/check';
import type { JSX } from 'preact';

/** Shapes that differ without colour; drawn in a square of 20. */
const shapes: Readonly<Record<Outcome, string>> = {
  pass: 'M4 10.5l4 4 8-9',
  warn: 'M10 3v9M10 15.5v1',
  fail: 'M5 5l10 10M15 5L5 15',
  info: 'M10 4.5v1M10 8.5v8',
  'not-applicable': 'M4 10h12',
  'could-not-determine': 'M6.5 7.5a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.2-1.7 2.5M10 15.8v1',
};

/** The outcome of a check as a shape. Its word always stands beside it. */
export function OutcomeIcon({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  return (
    <svg
      class={`icon outcome-${outcome}`}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[outcome]} />
    </svg>
  );
}
