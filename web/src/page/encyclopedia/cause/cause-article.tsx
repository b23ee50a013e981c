import type { CausePage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { causePath, reasonPath } from '../../../address.ts';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { causeWording } from '../../../wording/encyclopedia-cause.ts';
import { capital, ownerNames, questions } from '../../../wording/outcome.ts';
import { shell } from '../../../wording/shell.ts';
import { type Article, present } from '../article.ts';
import { describe, headingOf } from '../description.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { shortSystemName } from '../name/system-name.ts';
import { Share } from '../part/cause-list.tsx';
import { Fold } from '../part/fold.tsx';
import { Glance } from '../part/glance.tsx';
import { EntryLink } from '../part/links.tsx';
import { SourceList } from '../part/source-list.tsx';
import type { SiteContext } from '../site-context.ts';
import { Evidence } from './evidence.tsx';
import { PolicyList } from './policy-list.tsx';

/** Why something happened, wherever it was refused. */
export function causeArticle(page: CausePage, context: SiteContext): Article {
  const { id, says, owner, steps, verify, aboutAddress, reasons, entries, policy, sources } = page;
  return {
    path: causePath(id),
    section: null,
    kind: 'term',
    title: causeWording.title(headingOf(says)),
    description: describe(says, steps[0] ?? '', verify),
    crumbs: [{ name: shell.sections.causes, href: '/causes' }],
    name: id,
    lead: (
      <>
        <h1>{headingOf(says)}</h1>
        <Glance
          facts={[
            { ask: questions.who, answer: <b>{capital(ownerNames[owner])}</b> },
            {
              ask: causeWording.address,
              answer: aboutAddress ? causeWording.aboutAddress : causeWording.notAboutAddress,
            },
            { ask: causeWording.verify, answer: verify },
          ]}
        />
      </>
    ),
    sections: present([
      {
        id: 'steps',
        title: encyclopedia.steps,
        content: (
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ),
      },
      page.speaksFor.length + page.speaksAgainst.length === 0
        ? null
        : { id: 'evidence', title: causeWording.evidence, content: <Evidence page={page} /> },
      reasons.length === 0
        ? null
        : { id: 'reasons', title: causeWording.reasons, content: <Reasons reasons={reasons} /> },
      entries.length === 0
        ? null
        : { id: 'refusals', title: causeWording.entries, content: <Entries entries={entries} names={context.names} /> },
      policy.length === 0
        ? null
        : { id: 'policy', title: causeWording.policy, content: <PolicyList policy={policy} /> },
      {
        id: 'sources',
        title: encyclopedia.sources,
        content: <SourceList sources={sources} today={context.today} />,
      },
    ]),
  };
}

function Reasons({ reasons }: { readonly reasons: CausePage['reasons'] }): JSX.Element {
  return (
    <>
      <p class="soft">{causeWording.reasonsLead}</p>
      <ul class="cause-shares">
        {reasons.map(({ reason, says, share }) => (
          <li key={reason}>
            <Share share={share} />
            <a href={reasonPath(reason)}>{says}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Entries({
  entries,
  names,
}: {
  readonly entries: CausePage['entries'];
  readonly names: EntryNames;
}): JSX.Element {
  return (
    <Fold
      class="cause-shares"
      items={entries.map(({ rule, system, share }) => (
        <li key={rule}>
          <Share share={share} />
          <p>
            <EntryLink rule={rule} names={names} /> <span class="soft">{shortSystemName(system.name)}</span>
          </p>
        </li>
      ))}
    />
  );
}
