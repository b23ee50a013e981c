import type { JSX } from 'preact';
import type { FailureView } from '../../answer/shapes.ts';
import { answer, factNames } from '../../wording/decoder.ts';

/** What the bounce states in so many words. */
export function Facts({ failure }: { readonly failure: FailureView }): JSX.Element | null {
  const { facts, warnings } = failure;
  if (facts.length === 0) return null;
  return (
    <details class="facts">
      <summary>{answer.facts}</summary>
      <dl>
        {facts.map(({ id, value, href }) => (
          <div key={id}>
            <dt>{factNames[id]}</dt>
            <dd dir="auto">{href === null ? value : <a href={href}>{value}</a>}</dd>
          </div>
        ))}
      </dl>
      {failure.verdict === null || warnings.length === 0 ? null : (
        <ul>
          {warnings.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
