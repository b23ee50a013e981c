import type { JSX } from 'preact';

/** A share as a bar. The number stands beside it as text, so that the bar itself says nothing to a screen reader. */
export function Bar({ share }: { readonly share: number }): JSX.Element {
  return (
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-ground" width="100" height="4" />
      <rect class="bar-share" width={Math.max(0.5, Math.round(1000 * share) / 10)} height="4" />
    </svg>
  );
}
