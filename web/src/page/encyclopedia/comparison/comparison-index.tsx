import { comparisonList, comparisonPage } from '@whybounce/core/encyclopedia';
import { comparisonPath } from '../../../address.ts';
import { comparisonWording } from '../../../wording/encyclopedia-comparison.ts';
import type { Article } from '../article.ts';
import { describe } from '../description.ts';

/** All comparisons, each with its answer in short. */
export function comparisonIndexArticle(): Article {
  return {
    path: '/compare',
    section: 'compare',
    kind: 'list',
    title: comparisonWording.indexTitle,
    description: describe(comparisonWording.indexDescription),
    crumbs: [],
    name: comparisonWording.indexHeading,
    lead: (
      <>
        <h1>{comparisonWording.indexHeading}</h1>
        <p class="lead">{comparisonWording.indexLead}</p>
        <ul class="entry-list">
          {comparisonList().map(({ slug, title }) => (
            <li key={slug}>
              <h2>
                <a href={comparisonPath(slug)}>{title}</a>
              </h2>
              <p>{comparisonPage(slug)?.inShort}</p>
            </li>
          ))}
        </ul>
      </>
    ),
    sections: [],
  };
}
