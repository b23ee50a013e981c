import type { ClassifierVerdict } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { comparisonWording } from '../../../wording/encyclopedia-comparison.ts';
import { ScrollTable } from './scroll-table.tsx';

/** How other classifiers file a refusal. */
export function ClassifierTable({ classifiers }: { readonly classifiers: readonly ClassifierVerdict[] }): JSX.Element {
  return (
    <>
      <ScrollTable id="classifiers-caption" caption={comparisonWording.classifiersCaption}>
        <thead>
          <tr>
            <th scope="col">{comparisonWording.classifier}</th>
            <th scope="col">{comparisonWording.itsClass}</th>
            <th scope="col">{comparisonWording.hard}</th>
          </tr>
        </thead>
        <tbody>
          {classifiers.map(({ vendor, name, classes, hardBounce }) => (
            <tr key={vendor}>
              <th scope="row">{name}</th>
              <td>
                {classes.length === 0
                  ? comparisonWording.noClass
                  : classes.map((itsClass, i) => (
                      <>
                        {i === 0 ? null : comparisonWording.or}
                        <code key={itsClass}>{itsClass}</code>
                      </>
                    ))}
              </td>
              <td>
                {hardBounce === null
                  ? comparisonWording.notSaid
                  : hardBounce
                    ? comparisonWording.yes
                    : comparisonWording.no}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p class="soft">{comparisonWording.judgement}</p>
    </>
  );
}
