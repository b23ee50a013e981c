import type { EntryPage } from '@whybounce/core/encyclopedia';
import { rulePath, systemPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import { shell } from '../../../wording/shell.ts';
import { type Article, present } from '../article.ts';
import { describe } from '../description.ts';
import { type EntryName, sayName } from '../name/entry-name.ts';
import { shortSystemName } from '../name/system-name.ts';
import { CauseList } from '../part/cause-list.tsx';
import { SourceList } from '../part/source-list.tsx';
import { hasVendorPages, VendorLinks } from '../part/vendor-links.tsx';
import type { SiteContext } from '../site-context.ts';
import { EntryCodes } from './entry-codes.tsx';
import { EntryExamples } from './entry-examples.tsx';
import { EntryLead } from './entry-lead.tsx';
import { EntryNeighbours } from './entry-neighbours.tsx';
import { EntryRecognised } from './entry-recognised.tsx';
import { EntrySteps } from './entry-steps.tsx';
import { NearMisses } from './near-misses.tsx';

/** The page of one refusal of one system. */
export function entryArticle(page: EntryPage, context: SiteContext): Article {
  const { rule, system, meaning, shares, codes, nearMisses, links } = page;
  const name: EntryName = context.names.get(rule) ?? { rule, codes: [], words: rule, isQuoted: false };
  return {
    path: rulePath(rule),
    section: 'providers',
    kind: 'article',
    title: `${sayName(name)} — ${shortSystemName(system.name)}`,
    description: describe(meaning),
    crumbs: [
      { name: shell.sections.providers, href: '/providers' },
      { name: system.name, href: systemPath(system.slug) },
    ],
    name: sayName(name),
    lead: <EntryLead page={page} name={name} />,
    sections: present([
      {
        id: 'why',
        title: entryWording.why,
        content: (
          <>
            <CauseList causes={shares.causes} />
            <p class="soft">
              {shares.own ? entryWording.ownShares : entryWording.reasonShares} {encyclopedia.expertShares}
            </p>
          </>
        ),
      },
      { id: 'steps', title: encyclopedia.steps, content: <EntrySteps page={page} /> },
      hasVendorPages(links)
        ? { id: 'vendor', title: encyclopedia.vendorPages, content: <VendorLinks pages={links} /> }
        : null,
      codes.length === 0
        ? null
        : { id: 'code', title: encyclopedia.apart, content: <EntryCodes page={page} shown={name.codes} /> },
      { id: 'examples', title: entryWording.examples, content: <EntryExamples page={page} /> },
      nearMisses.length === 0
        ? null
        : { id: 'not-this', title: entryWording.notThis, content: <NearMisses page={page} names={context.names} /> },
      { id: 'recognised', title: entryWording.recognised, content: <EntryRecognised page={page} /> },
      { id: 'see-also', title: encyclopedia.see, content: <EntryNeighbours page={page} names={context.names} /> },
      { id: 'sources', title: encyclopedia.sources, content: <EntrySources page={page} today={context.today} /> },
    ]),
  };
}

function EntrySources({ page, today }: { readonly page: EntryPage; readonly today: string }) {
  return (
    <>
      <p>{entryWording.statuses[page.status]}</p>
      <SourceList sources={page.sources} today={today} />
      <p class="soft">{encyclopedia.gradesExplained}</p>
    </>
  );
}
