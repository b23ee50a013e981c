import { causeIds, causePage as pageOf } from '@whybounce/core/encyclopedia';
import { causePath } from '../../../address.ts';
import { causeWording } from '../../../wording/encyclopedia-cause.ts';
import { ownerNames } from '../../../wording/outcome.ts';
import type { Article } from '../article.ts';
import { describe } from '../description.ts';

/** All causes, by who must act. */
export function causeIndexArticle(): Article {
  const pages = causeIds().flatMap((id) => pageOf(id) ?? []);
  return {
    path: '/causes',
    section: null,
    kind: 'list',
    title: causeWording.indexTitle,
    description: describe(causeWording.indexDescription),
    crumbs: [],
    name: causeWording.indexHeading,
    lead: (
      <>
        <h1>{causeWording.indexHeading}</h1>
        <p class="lead">{causeWording.indexLead}</p>
      </>
    ),
    sections: (Object.keys(ownerNames) as (keyof typeof ownerNames)[])
      .filter((owner) => pages.some((page) => page.owner === owner))
      .map((owner) => ({
        id: owner,
        title: causeWording.groups(owner),
        content: (
          <ul class="entry-list">
            {pages
              .filter((page) => page.owner === owner)
              .map(({ id, says }) => (
                <li key={id}>
                  <a href={causePath(id)}>{says}</a>
                </li>
              ))}
          </ul>
        ),
      })),
  };
}
