import {
  type Area,
  areas,
  type CheckResult,
  countOutcomes,
  type Outcome,
  scoreOf,
  severities,
} from '@whybounce/core/check';
import type { JSX } from 'preact';
import type { CheckState } from '../../answer/check/check-state.ts';
import { areaNames, outcomeNames } from '../../wording/check.ts';
import { checkPage } from '../../wording/check-page.ts';
import { NotRunList } from './not-run-list.tsx';
import { OutcomeIcon } from './outcome-icon.tsx';
import { Result, resultId } from './result.tsx';

/** What is worth most attention comes first. */
const order: readonly Outcome[] = ['fail', 'warn', 'could-not-determine', 'info', 'pass', 'not-applicable'];

/** What a check found so far: what needs attention, then everything by area. */
export function Report({ state }: { readonly state: CheckState }): JSX.Element {
  const { results, report, done, of, problem } = state;
  const isRunning = report === null && problem === null;
  const amiss = sorted(results.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn'));
  return (
    <div class="report">
      {isRunning ? (
        <p class="progress">
          <progress max={of ?? 1} value={of === null ? undefined : done} aria-label={checkPage.starting} />
          {of === null ? checkPage.starting : checkPage.progress(done, of)}
        </p>
      ) : null}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {results.length === 0 ? null : <Summary results={results} isWhole={report !== null} />}
      {report === null && amiss.length === 0 ? null : (
        <section class="attention" aria-labelledby="attention">
          <h2 id="attention">{checkPage.attention}</h2>
          {amiss.length === 0 ? (
            <p>{checkPage.nothingAmiss}</p>
          ) : (
            <ul class="plain">
              {amiss.map(({ id, title, outcome, says }) => (
                <li key={id}>
                  <OutcomeIcon outcome={outcome} />
                  <a href={`#${resultId(id)}`}>{title}</a>
                  <span class="soft" dir="auto">
                    {says}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {areas.map((area) => (
        <AreaSection key={area} area={area} results={results.filter((result) => result.area === area)} />
      ))}
      {report === null ? null : <NotRunList notRun={report.notRun} />}
      {report === null ? null : (
        <p class="soft">{checkPage.took((report.took / 1000).toFixed(1), report.queries.dns)}</p>
      )}
    </div>
  );
}

function Summary({
  results,
  isWhole,
}: {
  readonly results: readonly CheckResult[];
  readonly isWhole: boolean;
}): JSX.Element {
  const score = scoreOf(results);
  const counts = countOutcomes(results);
  return (
    <div class="score">
      {isWhole ? <p class="verdict-word">{score === null ? checkPage.noScore : checkPage.score(score)}</p> : null}
      <ul class="plain counts">
        {order
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => (
            <li key={outcome}>
              <OutcomeIcon outcome={outcome} />
              {counts[outcome]} {outcomeNames[outcome]}
            </li>
          ))}
      </ul>
      {isWhole ? <p class="soft">{checkPage.scoreNote}</p> : null}
    </div>
  );
}

function AreaSection({
  area,
  results,
}: {
  readonly area: Area;
  readonly results: readonly CheckResult[];
}): JSX.Element | null {
  if (results.length === 0) return null;
  const open = sorted(results.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable'));
  const rest = sorted(results.filter(({ outcome }) => outcome === 'pass' || outcome === 'not-applicable'));
  return (
    <section class="area" aria-labelledby={`area-${area}`}>
      <h3 id={`area-${area}`}>{areaNames[area]}</h3>
      {open.length === 0 ? null : (
        <ul class="results">
          {open.map((result) => (
            <Result key={result.id} result={result} />
          ))}
        </ul>
      )}
      {rest.length === 0 ? null : (
        <details class="rest">
          <summary>
            <OutcomeIcon outcome="pass" />
            {rest.map(({ title }) => title).join(' · ')}
          </summary>
          <ul class="results">
            {rest.map((result) => (
              <Result key={result.id} result={result} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function sorted(results: readonly CheckResult[]): CheckResult[] {
  return results.toSorted(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.id < b.id ? -1 : 1),
  );
}
