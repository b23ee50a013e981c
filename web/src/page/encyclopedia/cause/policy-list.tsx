import type { CausePage } from '@whybounce/core/encyclopedia';
import { reasonTable } from '@whybounce/knowledge';
import { sayObservation } from '@whybounce/knowledge/observation';
import type { JSX } from 'preact';
import { reasonPath } from '../../../address.ts';
import { causeWording } from '../../../wording/encyclopedia-cause.ts';
import { deedSentence } from '../../../wording/outcome.ts';

/** What the built-in policy does for a cause: in general, behind certain refusals, after certain observations. */
export function PolicyList({ policy }: { readonly policy: CausePage['policy'] }): JSX.Element {
  return (
    <ul class="policy">
      {policy.map((row) => {
        const { reasons = [], when = [], why } = row;
        return (
          <li key={`${reasons.join()} ${when.join()} ${row.do}`}>
            <p>
              <b>{deedSentence(row)}</b> {why}
            </p>
            {reasons.length + when.length === 0 ? <p class="soft">{causeWording.policyAlways}</p> : null}
            {reasons.length === 0 ? null : (
              <>
                <p class="soft">{causeWording.policyBehind}</p>
                <ul>
                  {reasons.map((reason) => (
                    <li key={reason}>
                      <a href={reasonPath(reason)}>{reasonTable[reason].says}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {when.length === 0 ? null : (
              <>
                <p class="soft">{causeWording.policyWhen}</p>
                <ul>
                  {when.map((observation) => (
                    <li key={observation}>{sayObservation(observation) ?? observation}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
