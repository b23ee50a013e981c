import type { ComponentChildren, JSX } from 'preact';

/** What is remarkable about a term of the tree, each with a shape of its own; drawn in a square of 20. */
const shapes = {
  fail: 'M5 5l10 10M15 5L5 15',
  warn: 'M10 3v9M10 15.5v1',
  unknown: 'M6.5 7.5a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.2-1.7 2.5M10 15.8v1',
  unreached: 'M4 10h12',
  loop: 'M15.5 12a6 6 0 1 1-1-5.5M15 3v4h-4',
  twice: 'M3 6h9v9H3zM8 6V3h9v9h-5',
  void: 'M10 3.5a6.5 6.5 0 1 0 .01 0M5.5 14.5l9-9',
  'half-void': 'M10 3.5a6.5 6.5 0 1 0 .01 0M10 3.5v13',
  decides: 'M5 18V3h10l-3 4 3 4H5',
  leads: 'M3 10h12M11 5l5 5-5 5',
} as const;

/** A remark on a term: its shape, and its words. */
export function TermTag({
  kind,
  children,
}: {
  readonly kind: keyof typeof shapes;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <span class={`term-tag tag-${kind}`}>
      <svg
        class="icon"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width="2.25"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d={shapes[kind]} />
      </svg>
      <span dir="auto">{children}</span>
    </span>
  );
}
