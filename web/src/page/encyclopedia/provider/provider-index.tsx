import { systems } from '@whybounce/core/encyclopedia';
import { systemPath } from '../../../address.ts';
import { entries } from '../../../wording/encyclopedia.ts';
import { providerWording } from '../../../wording/encyclopedia-provider.ts';
import type { Article } from '../article.ts';
import { describe } from '../description.ts';
import { compareNames, kindOrder } from '../name/system-order.ts';

/** All systems by kind, each with how many of its refusals are known. */
export function providerIndexArticle(): Article {
  const all = systems();
  return {
    path: '/providers',
    section: 'providers',
    kind: 'list',
    title: providerWording.indexTitle,
    description: describe(providerWording.indexDescription),
    crumbs: [],
    name: providerWording.indexHeading,
    lead: (
      <>
        <h1>{providerWording.indexHeading}</h1>
        <p class="lead">{providerWording.indexLead}</p>
      </>
    ),
    sections: kindOrder.map((kind) => ({
      id: kind,
      title: providerWording.kinds[kind],
      content: (
        <ul class="list-columns">
          {all
            .filter((system) => system.kind === kind)
            .sort((a, b) => compareNames(a.name, b.name))
            .map(({ slug, name, entryCount }) => (
              <li key={slug}>
                <a href={systemPath(slug)}>{name}</a> <span class="soft">{entries(entryCount)}</span>
              </li>
            ))}
        </ul>
      ),
    })),
  };
}
