import type { Area, CheckResult } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { isAmiss } from '../../answer/check/triage.ts';
import { areaNames, outcomeNames } from '../../wording/check.ts';
import { checkPage } from '../../wording/check-page.ts';
import { AreaLinks } from './area-links.tsx';
import { OutcomeIcon } from './outcome-icon.tsx';
import { resultId } from './result-id.ts';
import { SeenList } from './seen-list.tsx';

/** The id of an area's heading. */
export function areaId(area: Area): string {
  return `area-${area}`;
}

/** Every check of an area, a line each, with all that was seen folded into it. */
export function AreaSection({
  area,
  results,
  domain,
}: {
  readonly area: Area;
  readonly results: readonly CheckResult[];
  /** Null where no domain was checked. */
  readonly domain: string | null;
}): JSX.Element | null {
  if (results.length === 0) return null;
  return (
    <section class="area" aria-labelledby={areaId(area)}>
      <h3 id={areaId(area)}>{areaNames[area]}</h3>
      <ul class="lines">
        {results.map((result) => (
          <li key={result.id}>{isAmiss(result) ? <Above result={result} /> : <Line result={result} />}</li>
        ))}
      </ul>
      <AreaLinks area={area} domain={domain} />
    </section>
  );
}

/** What is amiss stands above in full: here its line leads there. */
function Above({ result: { id, title, outcome } }: { readonly result: CheckResult }): JSX.Element {
  return (
    <p class="line">
      <OutcomeIcon outcome={outcome} />
      <a href={`#${resultId(id)}`}>{title}</a>
      <span class="soft">{outcomeNames[outcome]}</span>
    </p>
  );
}

function Line({ result }: { readonly result: CheckResult }): JSX.Element {
  const { id, title, outcome, says, seen, source } = result;
  // what is in order needs no sentence before somebody asks
  const isQuiet = outcome === 'pass' || outcome === 'not-applicable';
  return (
    <details id={resultId(id)}>
      <summary class="line">
        <OutcomeIcon outcome={outcome} />
        <span>{title}</span>
        <span class="soft">{outcomeNames[outcome]}</span>
        {isQuiet ? null : (
          <span class="says" dir="auto">
            {says}
          </span>
        )}
      </summary>
      {isQuiet ? <p dir="auto">{says}</p> : null}
      <SeenList seen={seen} />
      <p class="soft">
        {checkPage.rule(source)} <code>{id}</code>
      </p>
    </details>
  );
}
