import type { ComponentChildren, JSX } from 'preact';

/** A part of an article. Its heading is the link to itself, to be copied. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <a class="permalink" href={`#${id}`}>
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}
