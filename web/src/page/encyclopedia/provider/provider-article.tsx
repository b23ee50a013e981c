import type { SystemPage } from '@whybounce/core/encyclopedia';
import { systemPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { providerWording } from '../../../wording/encyclopedia-provider.ts';
import { shell } from '../../../wording/shell.ts';
import { type Article, present } from '../article.ts';
import { BendTable } from '../code/code-bends.tsx';
import { describe } from '../description.ts';
import { shortSystemName } from '../name/system-name.ts';
import { DecodeYours } from '../part/decode-yours.tsx';
import { ComparisonLinks } from '../part/links.tsx';
import { hasVendorPages, VendorLinks } from '../part/vendor-links.tsx';
import type { SiteContext } from '../site-context.ts';
import { FamilyEntries } from './family-entries.tsx';
import { Recognised } from './recognised.tsx';

/** The hub of a system: its own pages first, then all that it says. */
export function providerArticle(page: SystemPage, context: SiteContext): Article {
  const { slug, name, kind, recognised, links, counts, families, bends, comparisons } = page;
  const lead = providerWording.lead(name, kind, counts.entries);
  const { hosts, domains, marks } = recognised;
  return {
    path: systemPath(slug),
    section: 'providers',
    kind: 'article',
    title: providerWording.title(name),
    description: describe(lead),
    crumbs: [{ name: shell.sections.providers, href: '/providers' }],
    name,
    lead: (
      <>
        <h1>{name}</h1>
        <p class="lead">{lead}</p>
        {hasVendorPages(links) ? (
          <nav aria-label={encyclopedia.vendorPages}>
            <VendorLinks pages={links} />
          </nav>
        ) : null}
        <DecodeYours />
      </>
    ),
    sections: present([
      hosts.length + domains.length + marks.length === 0
        ? null
        : { id: 'recognised', title: providerWording.recognised, content: <Recognised recognised={recognised} /> },
      ...families.map((family) => ({
        id: family.family,
        title: family.name,
        content: <FamilyEntries family={family} names={context.names} />,
      })),
      bends.length === 0
        ? null
        : {
            id: 'bends',
            title: providerWording.bends,
            content: (
              <BendTable
                bends={bends}
                caption={providerWording.bendsCaption(shortSystemName(name))}
                withSystem={false}
                context={context}
              />
            ),
          },
      comparisons.length === 0
        ? null
        : { id: 'compared', title: encyclopedia.comparisons, content: <ComparisonLinks comparisons={comparisons} /> },
      {
        id: 'about',
        title: providerWording.about,
        content: (
          <p>{providerWording.counts(counts.documented, counts.observed, counts.examples, counts.nearMisses)}</p>
        ),
      },
    ]),
  };
}
