import type { JSX } from 'preact';
import type { FailureView } from '../../answer/shapes.ts';
import { answer, factNames, factValues } from '../../wording/decoder.ts';
import { inputWords } from '../../wording/input.ts';
import { MarkLink } from './mark-link.tsx';

/** What the bounce states in so many words. */
export function Facts({ failure, id }: { readonly failure: FailureView; readonly id: string }): JSX.Element | null {
  const { facts, warnings } = failure;
  if (facts.length === 0) return null;
  return (
    <details class="facts">
      <summary>{answer.facts}</summary>
      <dl>
        {facts.map(({ id: fact, value, href, mark }) => {
          const shown = fact === 'input' ? inputWords(value) : (factValues[fact]?.[value] ?? value);
          return (
            <div key={`${fact} ${value}`}>
              <dt>{factNames[fact]}</dt>
              <dd dir="auto">
                {href === null ? shown : <a href={href}>{shown}</a>}
                {mark === null ? null : (
                  <>
                    {' '}
                    <MarkLink id={id} mark={mark} />
                  </>
                )}
              </dd>
            </div>
          );
        })}
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
