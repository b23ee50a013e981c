import type { CheckResult } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { outcomeNames, severityNames } from '../../wording/check.ts';
import { checkPage } from '../../wording/check-page.ts';
import { CopyButton } from '../copy-button.tsx';
import { OutcomeIcon } from './outcome-icon.tsx';

/** The id of a result's element. */
export function resultId(check: string): string {
  return `check-${check.replace('.', '-')}`;
}

/** One result with all that was seen. What was seen is a stranger's text: it stays text. */
export function Result({ result }: { readonly result: CheckResult }): JSX.Element {
  const { id, outcome, severity, title, says, seen, fix, publish, source } = result;
  const isAmiss = outcome === 'fail' || outcome === 'warn';
  const own = resultId(id);
  return (
    <li id={own} class={`result outcome-${outcome}`}>
      <h4>
        <OutcomeIcon outcome={outcome} />
        {title}
      </h4>
      <p class="soft">
        {outcomeNames[outcome]}
        {isAmiss ? `, ${severityNames[severity]}` : ''}
        {' · '}
        <code>{id}</code>
      </p>
      <p dir="auto">{says}</p>
      {fix === null ? null : (
        <p dir="auto">
          <strong>{checkPage.fix}:</strong> {fix}
        </p>
      )}
      {publish === null ? null : (
        <figure class="publish">
          <figcaption>
            {checkPage.publish} <CopyButton of={`${own}-publish`} label={checkPage.copyOf(title)} />
          </figcaption>
          <pre id={`${own}-publish`}>{publish}</pre>
        </figure>
      )}
      {seen.length === 0 ? null : (
        <details open={isAmiss}>
          <summary>{checkPage.seen}</summary>
          <dl class="seen">
            {seen.map(({ of, value }) => (
              <div key={of}>
                <dt>
                  <bdi>{of}</bdi>
                </dt>
                <dd>
                  <pre dir="auto">{value}</pre>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <p class="soft">{source}</p>
    </li>
  );
}
