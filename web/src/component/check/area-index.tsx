import { type Area, type CheckResult, countOutcomes, type Outcome } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { areaNames } from '../../wording/check.ts';
import { checkPage, tallyWords } from '../../wording/check-page.ts';
import { areaId } from './area-section.tsx';
import { OutcomeIcon } from './outcome-icon.tsx';

/** What an area's line in the list shows beside its name. */
const told: readonly Outcome[] = ['fail', 'warn', 'could-not-determine', 'pass'];
/** What it shows where there is nothing of these. */
const others: readonly Outcome[] = ['info', 'not-applicable'];

/** The areas with how they stand, as a list that leads to each. Its lines stand still while results come. */
export function AreaIndex({
  parts,
  hasEnded,
}: {
  readonly parts: readonly { readonly area: Area; readonly results: readonly CheckResult[] }[];
  /** Whether the areas stand on the page already. */
  readonly hasEnded: boolean;
}): JSX.Element {
  return (
    <nav class="area-index" aria-label={checkPage.areas}>
      <ul class="plain">
        {parts.map(({ area, results }) => (
          <li key={area}>
            {hasEnded && results.length > 0 ? <a href={`#${areaId(area)}`}>{areaNames[area]}</a> : areaNames[area]}
            {hasEnded && results.length === 0 ? (
              <span class="soft">{checkPage.notChecked}</span>
            ) : (
              <Marks results={results} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Each outcome has its column, so that what comes moves nothing. */
function Marks({ results }: { readonly results: readonly CheckResult[] }): JSX.Element {
  const counts = countOutcomes(results);
  const isTelling = told.some((outcome) => counts[outcome] > 0);
  const [other] = isTelling ? [] : others.filter((outcome) => counts[outcome] > 0);
  return (
    <span class="marks">
      {told.map((outcome) => (
        <Mark key={outcome} outcome={outcome === 'pass' && other !== undefined ? other : outcome} counts={counts} />
      ))}
    </span>
  );
}

function Mark({
  outcome,
  counts,
}: {
  readonly outcome: Outcome;
  readonly counts: Readonly<Record<Outcome, number>>;
}): JSX.Element {
  return (
    <span class="mark-of">
      {counts[outcome] === 0 ? null : (
        <>
          <OutcomeIcon outcome={outcome} />
          {counts[outcome]} <span class="unseen">{tallyWords(outcome, counts[outcome])}</span>
        </>
      )}
    </span>
  );
}
