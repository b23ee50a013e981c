import type { JSX } from 'preact';
import type { ArticleSection } from '../article.ts';

/** The sections of a page, each as a link. */
export function Contents({
  title,
  sections,
}: {
  readonly title: string;
  readonly sections: readonly Pick<ArticleSection, 'id' | 'title'>[];
}): JSX.Element {
  return (
    <nav class="contents" aria-labelledby="contents">
      <p id="contents">{title}</p>
      <ul class="plain">
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#${section.id}`}>{section.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
