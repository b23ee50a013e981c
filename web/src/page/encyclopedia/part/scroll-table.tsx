import type { ComponentChildren, JSX } from 'preact';

/** A table that may be wider than the screen: it scrolls in a region that the keyboard reaches. */
export function ScrollTable({
  id,
  caption,
  class: name,
  children,
}: {
  readonly id: string;
  readonly caption: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard (WCAG 2.1.1)
    <section class="scroll" tabIndex={0} aria-labelledby={id}>
      <table class={name}>
        <caption id={id}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
