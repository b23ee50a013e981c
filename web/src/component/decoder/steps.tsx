import type { JSX } from 'preact';
import type { VerdictView } from '../../answer/shapes.ts';
import { answer, linkNames } from '../../wording/decoder.ts';

/** What to do now, what shows that it is repaired, and where to turn to. */
export function Steps({ verdict, id }: { readonly verdict: VerdictView; readonly id: string }): JSX.Element {
  const { action, verify, links } = verdict;
  // Where nothing needs doing the step says so again.
  const steps = verdict.steps.filter((step) => step !== action.why);
  return (
    <section class="steps" aria-labelledby={`${id}-steps`}>
      <h3 id={`${id}-steps`}>{answer.steps}</h3>
      <p>{action.why}</p>
      {steps.length === 0 ? null : (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {verify === null ? null : (
        <p>
          {answer.verify(verify, (words) => (
            <strong>{words}</strong>
          ))}
        </p>
      )}
      {links.length === 0 ? null : (
        <ul class="links">
          {links.map(({ kind, name, href }) => (
            <li key={`${kind} ${href}`}>
              <a href={href} rel="noreferrer external">
                {linkNames[kind](name)}
              </a>{' '}
              <span class="soft">{placeOf(href)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where a link leads: the host of a page, the address of a mail. */
function placeOf(href: string): string {
  const { host, pathname } = new URL(href);
  return host === '' ? pathname : host;
}
