import type { SubjectKind } from '@whybounce/core/check';
import type { ComponentChildren, JSX } from 'preact';
import { type CheckState, isOver } from '../../answer/check/check-state.ts';
import { byArea, isAmiss } from '../../answer/check/triage.ts';
import { checkPage } from '../../wording/check-page.ts';
import { AreaIndex } from './area-index.tsx';
import { AreaSection } from './area-section.tsx';
import { NotRunList } from './not-run-list.tsx';
import { Repair } from './repair.tsx';
import { RunHead } from './run-head.tsx';

/**
 * What a check found so far: what it says as a whole, what to do, then every check by its area. While it runs what is
 * new stands below what was there; the areas, which it would push away, come when it has ended.
 */
export function Report({
  state,
  kind,
  subject,
  children,
}: {
  readonly state: CheckState;
  readonly kind: SubjectKind;
  readonly subject: string;
  /** What stands between what to do and every check. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { results, report, problem } = state;
  const parts = byArea(kind, results);
  const amiss = results.filter(isAmiss);
  const hasEnded = isOver(state);
  if (problem !== null && results.length === 0) return <Problem says={problem} />;
  return (
    <div class="run">
      {problem === null ? null : <Problem says={problem} />}
      <RunHead state={state} subject={subject} />
      <div class="run-body">
        <AreaIndex parts={hasEnded ? parts.filter((part) => part.results.length > 0) : parts} isLinked={hasEnded} />
        <div class="run-main">
          <section aria-labelledby="attention">
            <h2 id="attention">{checkPage.attention}</h2>
            {amiss.length === 0 ? (
              <p>{hasEnded ? checkPage.nothingAmiss : checkPage.nothingYet}</p>
            ) : (
              <ul class="repairs">
                {amiss.map((result) => (
                  <Repair key={result.id} result={result} />
                ))}
              </ul>
            )}
          </section>
          {children}
          {hasEnded ? (
            <section aria-labelledby="every-check">
              <h2 id="every-check">{checkPage.everything}</h2>
              {parts.map((part) => (
                <AreaSection key={part.area} {...part} />
              ))}
              {report === null ? null : <NotRunList notRun={report.notRun} />}
            </section>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function Problem({ says }: { readonly says: string }): JSX.Element {
  return (
    <p class="problem" role="alert">
      {says}
    </p>
  );
}
