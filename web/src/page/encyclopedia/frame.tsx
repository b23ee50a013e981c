import type { JSX } from 'preact';
import { encyclopedia } from '../../wording/encyclopedia.ts';
import type { Article } from './article.ts';
import { Breadcrumb } from './part/breadcrumb.tsx';
import { Contents } from './part/contents.tsx';
import { Section } from './part/section.tsx';

/** Below so many sections nobody needs a list of them. */
const WORTH_LISTING = 3;

/** An article between its breadcrumb and its sections. */
export function Frame({ article }: { readonly article: Article }): JSX.Element {
  const { crumbs, name, lead, sections } = article;
  return (
    <div class="page">
      {crumbs.length === 0 ? null : <Breadcrumb label={encyclopedia.breadcrumb} crumbs={crumbs} name={name} />}
      <article>
        {lead}
        {sections.length < WORTH_LISTING ? null : <Contents title={encyclopedia.contents} sections={sections} />}
        {sections.map(({ id, title, content }) => (
          <Section key={id} id={id} title={title}>
            {content}
          </Section>
        ))}
      </article>
    </div>
  );
}
