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
  otherName = null,
  isGathering = false,
  isFirst = false,
  children,
}: {
  readonly state: CheckState;
  readonly kind: SubjectKind;
  readonly subject: string;
  /** The subject as it is read, or as the DNS has it, where these differ; null where they do not. */
  readonly otherName?: string | null;
  /** Whether what is amiss is not told yet: so soon after the beginning the gravest may not have come. */
  readonly isGathering?: boolean;
  /** Whether the page was asked for to have this report, so that reading begins with what it says as a whole. */
  readonly isFirst?: boolean;
  /** What stands between what to do and every check. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { results, report, problem } = state;
  const domain = kind === 'domain' ? subject : null;
  const parts = byArea(kind, results);
  const amiss = results.filter(isAmiss);
  const untold = results.filter(({ outcome }) => outcome === 'could-not-determine').length;
  const hasEnded = isOver(state);
  if (problem !== null && results.length === 0) return <Problem says={problem} />;
  return (
    <div class="run">
      {problem === null ? null : <Problem says={problem} />}
      <RunHead state={state} subject={subject} otherName={otherName} isFirst={isFirst} />
      <div class="run-body">
        <AreaIndex parts={parts} hasEnded={hasEnded} />
        <div class="run-main">
          <section aria-labelledby="attention">
            <h2 id="attention">{checkPage.attention}</h2>
            {isGathering || amiss.length === 0 ? (
              <p>{isGathering ? checkPage.gathering : hasEnded ? checkPage.nothingAmiss : checkPage.nothingYet}</p>
            ) : (
              <ul class="repairs">
                {amiss.map((result) => (
                  <Repair key={result.id} result={result} domain={domain} />
                ))}
              </ul>
            )}
          </section>
          {children}
          {hasEnded ? (
            <section aria-labelledby="every-check">
              <h2 id="every-check">{checkPage.everything}</h2>
              {untold === 0 ? null : <p class="soft">{checkPage.untold(untold)}</p>}
              {parts.map((part) => (
                <AreaSection key={part.area} {...part} domain={domain} />
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
