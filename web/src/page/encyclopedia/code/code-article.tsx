import type { CodePage } from '@whybounce/core/encyclopedia';
import { codePath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { codeWording } from '../../../wording/encyclopedia-code.ts';
import { shell } from '../../../wording/shell.ts';
import { type Article, present } from '../article.ts';
import { describe } from '../description.ts';
import { CauseList } from '../part/cause-list.tsx';
import { CodeAnatomy } from '../part/code-anatomy.tsx';
import { ComparisonLinks } from '../part/links.tsx';
import type { SiteContext } from '../site-context.ts';
import { CodeBends } from './code-bends.tsx';
import { CodeLead } from './code-lead.tsx';
import { namedSenders, usualReasons } from './code-senders.ts';
import { CodeUserList } from './code-user-list.tsx';
import { RelatedCodes } from './related-codes.tsx';

/** Systems that a title names where the standard has no name for a code. */
const MAX_NAMED = 2;

/** The page of a code. */
export function codeArticle(page: CodePage, context: SiteContext): Article {
  const { anatomy, bends, causes, comparisons, related } = page;
  const { code, detail } = anatomy;
  return {
    path: codePath(code),
    section: 'codes',
    kind: 'term',
    title:
      detail === null
        ? codeWording.unregisteredTitle(code, namedSenders(page, MAX_NAMED))
        : codeWording.title(code, detail.name),
    description: describe(
      `${code}: ${detail?.means ?? codeWording.noStandard(namedSenders(page))}`,
      ...bends.slice(0, 1).map(({ vendorMeans }) => vendorMeans),
      ...(detail?.notAlways == null ? [] : [detail.notAlways]),
      ...usualReasons(page).map(({ says }) => says),
    ),
    crumbs: [{ name: shell.sections.codes, href: '/codes' }],
    name: code,
    lead: <CodeLead page={page} />,
    sections: present([
      { id: 'anatomy', title: encyclopedia.apart, content: <CodeAnatomy anatomy={anatomy} /> },
      bends.length === 0
        ? null
        : { id: 'bends', title: codeWording.bends, content: <CodeBends page={page} context={context} /> },
      causes.length === 0
        ? null
        : {
            id: 'why',
            title: codeWording.causes,
            content: (
              <>
                <CauseList causes={causes} />
                <p class="soft">
                  {codeWording.causesMean(tellingCount(page))} {encyclopedia.expertShares}
                </p>
              </>
            ),
          },
      { id: 'who-says-it', title: encyclopedia.whoSays, content: <CodeUserList page={page} names={context.names} /> },
      comparisons.length === 0
        ? null
        : {
            id: 'compared',
            title: encyclopedia.comparisons,
            content: <ComparisonLinks comparisons={comparisons} />,
          },
      related.length === 0
        ? null
        : { id: 'related', title: encyclopedia.relatedCodes, content: <RelatedCodes related={related} /> },
    ]),
  };
}

/** How many entries the mean is over: those of named systems, or all where no such system uses the code. */
function tellingCount({ usedBy, entryCount }: CodePage): number {
  const named = usedBy
    .filter(({ system }) => system.kind !== 'wording')
    .reduce((sum, { entries }) => sum + entries.length, 0);
  return named > 0 ? named : entryCount;
}
