import { type CheckResult, isAtLeast } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { areaNames, outcomeNames, severityNames } from '../../wording/check.ts';
import { checkPage, gradeWords } from '../../wording/check-page.ts';
import { CopyButton } from '../copy-button.tsx';
import { AreaLinks } from './area-links.tsx';
import { OutcomeIcon } from './outcome-icon.tsx';
import { resultId } from './result-id.ts';
import { SeenList } from './seen-list.tsx';

/** Something that is amiss: what was found, what to do, and what to publish. */
export function Repair({
  result,
  domain,
}: {
  readonly result: CheckResult;
  /** Null where no domain was checked. */
  readonly domain: string | null;
}): JSX.Element {
  const { id, area, outcome, severity, title, says, seen, fix, publish, source } = result;
  const own = resultId(id);
  // what is grave is told in full at once; of the rest the finding, so that a long list can be looked over
  const isGrave = outcome === 'fail' && isAtLeast(severity, 'high');
  return (
    <li id={own} class={`repair outcome-${outcome}`}>
      <h3>
        <OutcomeIcon outcome={outcome} />
        <span>
          {/* a title says how it should be: alone it would state the opposite of what was found */}
          <span class="unseen">{checkPage.outcomeOf(outcomeNames[outcome])} </span>
          {title}
        </span>
      </h3>
      <p class="soft">
        <span class="grade">
          {gradeWords(outcomeNames[outcome], severity === 'info' ? null : severityNames[severity])}
        </span>
        {' · '}
        {areaNames[area]}
      </p>
      <p dir="auto">{says}</p>
      <details open={isGrave}>
        <summary>{checkPage.fix}</summary>
        {fix === null ? null : <p dir="auto">{fix}</p>}
        {publish === null ? null : (
          <figure class="publish">
            <figcaption>
              {checkPage.publish} <CopyButton of={`${own}-publish`} label={title} />
            </figcaption>
            <pre id={`${own}-publish`} class="sheet">
              {publish}
            </pre>
          </figure>
        )}
        <AreaLinks area={area} domain={domain} />
        <details>
          <summary>{seen.length === 0 ? checkPage.details : checkPage.seen}</summary>
          <SeenList seen={seen} />
          <p class="soft">
            {checkPage.rule(source)} <code>{id}</code>
          </p>
        </details>
      </details>
    </li>
  );
}
