import type { VerdictPage, VerdictTally } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { Bar } from '../../../component/bar.tsx';
import { comparisonWording } from '../../../wording/encyclopedia-comparison.ts';
import type { ArticleSection } from '../article.ts';
import { ClassifierTable } from '../part/classifier-table.tsx';
import { ScrollTable } from '../part/scroll-table.tsx';
import { SourceLine } from '../part/source-list.tsx';
import type { SiteContext } from '../site-context.ts';
import { Compared } from './compared-example.tsx';

/** One line, how many take it for what, and who. */
export function verdictSections(page: VerdictPage, { names, today }: SiteContext): ArticleSection[] {
  const { example, verdicts, tally, classifiers } = page;
  return [
    {
      id: 'line',
      title: comparisonWording.line,
      content: <Compared example={example} id="the-line" names={names} />,
    },
    {
      id: 'tally',
      title: comparisonWording.tally(verdicts.length),
      content: <Tally tally={tally} all={verdicts.length} />,
    },
    {
      id: 'verdicts',
      title: comparisonWording.verdicts,
      content: <Verdicts page={page} today={today} />,
    },
    {
      id: 'classifiers',
      title: comparisonWording.classifiers,
      content: <ClassifierTable classifiers={classifiers} />,
    },
  ];
}

function Tally({ tally, all }: { readonly tally: readonly VerdictTally[]; readonly all: number }): JSX.Element {
  return (
    <ul class="cause-shares">
      {tally.map(({ class: itsClass, name, means, count, withdrawn }) => (
        <li key={itsClass}>
          <p class="share-of-100">
            <b>{count}</b>
            <Bar share={count / all} />
          </p>
          <p>
            <b>{name}.</b> {means}
            {withdrawn === 0 ? null : <span class="soft"> {comparisonWording.withdrew(withdrawn)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Verdicts({ page, today }: { readonly page: VerdictPage; readonly today: string }): JSX.Element {
  const classNames = new Map(page.tally.map(({ class: itsClass, name }) => [itsClass, name]));
  return (
    <ScrollTable id="verdicts-caption" caption={comparisonWording.verdictsCaption} class="verdicts">
      <thead>
        <tr>
          <th scope="col">{comparisonWording.who}</th>
          <th scope="col">{comparisonWording.takes}</th>
          <th scope="col">{comparisonWording.says}</th>
          <th scope="col">{comparisonWording.stated}</th>
        </tr>
      </thead>
      <tbody>
        {page.verdicts.map(({ id, who, says, class: itsClass, stated, withdrawn, see, source }) => (
          <tr key={id} id={id}>
            <th scope="row">{who}</th>
            <td>{classNames.get(itsClass) ?? itsClass}</td>
            <td>
              {says}
              <details>
                <summary>{comparisonWording.see}</summary>
                <p>{see}</p>
                <p>
                  <SourceLine source={source} today={today} />
                </p>
              </details>
            </td>
            <td>{comparisonWording.statedWhen(stated ?? null, withdrawn === true)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
