import { ORIGIN } from '../component/document.tsx';
import type { Article, Crumb } from '../page/encyclopedia/article.ts';
import { shell } from '../wording/shell.ts';

/**
 * What a page is, for search engines (schema.org as JSON-LD): where it stands, and an article, a term of
 * a closed list, or a list. No page is an `FAQPage`: none is a list of questions that somebody asked.
 */
export function structuredData({ kind, path, title, description, crumbs, name, section }: Article): object {
  const url = ORIGIN + path;
  const [parent] = crumbs;
  const about = { '@id': url, url, name: title, description, inLanguage: shell.language };
  const page =
    kind === 'article'
      ? { '@type': 'TechArticle', ...about, headline: title, isPartOf: site }
      : kind === 'term' && parent !== undefined
        ? {
            '@type': 'DefinedTerm',
            ...about,
            ...(section === 'codes' ? { termCode: name } : {}),
            inDefinedTermSet: { '@type': 'DefinedTermSet', name: parent.name, url: ORIGIN + parent.href },
          }
        : { '@type': 'CollectionPage', ...about, isPartOf: site };
  return { '@context': 'https://schema.org', '@graph': [page, ...breadcrumbs(crumbs, { name, href: path })] };
}

const site = { '@type': 'WebSite', name: shell.name, url: `${ORIGIN}/` };

/** The way to the page; nothing for a page at the top, which has no way to it. */
function breadcrumbs(crumbs: readonly Crumb[], own: Crumb): object[] {
  if (crumbs.length === 0) return [];
  const items = [...crumbs, own].map(({ name, href }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: ORIGIN + href,
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement: items }];
}
