import { reasonPage as pageOf } from '@whybounce/core/encyclopedia';
import { reasonIds } from '@whybounce/knowledge';
import { reasonPath } from '../../../address.ts';
import { reasonWording } from '../../../wording/encyclopedia-reason.ts';
import type { Article } from '../article.ts';
import { describe } from '../description.ts';

/** All reasons, by what they are about. */
export function reasonIndexArticle(): Article {
  const pages = reasonIds.flatMap((id) => pageOf(id) ?? []);
  const families = Map.groupBy(pages, ({ family }) => family.id);
  return {
    path: '/reasons',
    section: null,
    kind: 'list',
    title: reasonWording.indexTitle,
    description: describe(reasonWording.indexDescription),
    crumbs: [],
    name: reasonWording.indexHeading,
    lead: (
      <>
        <h1>{reasonWording.indexHeading}</h1>
        <p class="lead">{reasonWording.indexLead}</p>
      </>
    ),
    sections: [...families].map(([id, its]) => ({
      id,
      title: its[0]?.family.name ?? id,
      content: (
        <ul class="entry-list">
          {its.map((page) => (
            <li key={page.id}>
              <a href={reasonPath(page.id)}>{page.says}</a> <code class="soft">{page.id}</code>
            </li>
          ))}
        </ul>
      ),
    })),
  };
}
