import type { ComparisonPage } from '@whybounce/core/encyclopedia';
import { comparisonPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { shell } from '../../../wording/shell.ts';
import { type Article, present } from '../article.ts';
import { RelatedCodes } from '../code/related-codes.tsx';
import { describe } from '../description.ts';
import { ComparisonLinks } from '../part/links.tsx';
import { SourceList } from '../part/source-list.tsx';
import type { SiteContext } from '../site-context.ts';
import { sideSections } from './side-by-side.tsx';
import { verdictSections } from './verdicts.tsx';

/** Codes that are confused, or one line with many verdicts. */
export function comparisonArticle(page: ComparisonPage, context: SiteContext): Article {
  const { slug, title, inShort, relatedCodes, relatedComparisons, sources } = page;
  return {
    path: comparisonPath(slug),
    section: 'compare',
    kind: 'article',
    title,
    description: describe(inShort),
    crumbs: [{ name: shell.sections.compare, href: '/compare' }],
    name: title,
    lead: (
      <>
        <h1>{title}</h1>
        <p class="lead">{inShort}</p>
      </>
    ),
    sections: present([
      ...(page.kind === 'verdicts' ? verdictSections(page, context) : sideSections(page, context)),
      {
        id: 'related',
        title: encyclopedia.relatedCodes,
        content: <RelatedCodes related={relatedCodes} />,
      },
      relatedComparisons.length === 0
        ? null
        : {
            id: 'compared',
            title: encyclopedia.comparisons,
            content: <ComparisonLinks comparisons={relatedComparisons} />,
          },
      {
        id: 'sources',
        title: encyclopedia.sources,
        content: <SourceList sources={sources} today={context.today} />,
      },
    ]),
  };
}
