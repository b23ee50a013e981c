import type { ReasonPage } from '@whybounce/core/encyclopedia';
import { reasonPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { comparisonWording } from '../../../wording/encyclopedia-comparison.ts';
import { reasonWording } from '../../../wording/encyclopedia-reason.ts';
import { capital, deedSentence, ownerNames, questions } from '../../../wording/outcome.ts';
import { shell } from '../../../wording/shell.ts';
import { type Article, present } from '../article.ts';
import { RelatedCodes } from '../code/related-codes.tsx';
import { describe, headingOf } from '../description.ts';
import { CauseList } from '../part/cause-list.tsx';
import { ClassifierTable } from '../part/classifier-table.tsx';
import { DecodeYours } from '../part/decode-yours.tsx';
import { Glance } from '../part/glance.tsx';
import { ComparisonLinks } from '../part/links.tsx';
import { ResendAnswer } from '../part/resend-answer.tsx';
import type { SiteContext } from '../site-context.ts';
import { ReasonEntries } from './reason-entries.tsx';

/** What a refusal can say, in the closed vocabulary. */
export function reasonArticle(page: ReasonPage, context: SiteContext): Article {
  const { id, says, family, owner, shares, action, codes, classifiers, entries, comparisons } = page;
  return {
    path: reasonPath(id),
    section: null,
    kind: 'term',
    title: reasonWording.title(headingOf(says)),
    description: describe(says, deedSentence(action), action.why),
    crumbs: [{ name: shell.sections.reasons, href: '/reasons' }],
    name: id,
    lead: (
      <>
        <h1>{headingOf(says)}</h1>
        <Glance
          facts={[
            { ask: questions.who, answer: <b>{capital(ownerNames[owner])}</b> },
            {
              ask: questions.resend,
              answer: <ResendAnswer action={action} />,
            },
            { ask: reasonWording.family, answer: family.name },
            { ask: reasonWording.id, answer: <code>{id}</code> },
          ]}
        />
        <DecodeYours />
      </>
    ),
    sections: present([
      {
        id: 'why',
        title: reasonWording.why,
        content: (
          <>
            <CauseList causes={shares.causes} />
            <p class="soft">{encyclopedia.expertShares}</p>
          </>
        ),
      },
      codes.length === 0
        ? null
        : { id: 'codes', title: reasonWording.codes, content: <RelatedCodes related={codes} /> },
      entries.length === 0
        ? null
        : {
            id: 'who-says-it',
            title: encyclopedia.whoSays,
            content: <ReasonEntries entries={entries} names={context.names} />,
          },
      {
        id: 'classifiers',
        title: comparisonWording.classifiers,
        content: <ClassifierTable classifiers={classifiers} />,
      },
      comparisons.length === 0
        ? null
        : { id: 'compared', title: encyclopedia.comparisons, content: <ComparisonLinks comparisons={comparisons} /> },
    ]),
  };
}
