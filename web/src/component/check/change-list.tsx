import type { CheckResult, ResultChange } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { changeNames, outcomeNames } from '../../wording/check.ts';
import { checkPage } from '../../wording/check-page.ts';
import { OutcomeIcon } from './outcome-icon.tsx';

/** Changes by how much they are worth a look. */
const order: readonly ResultChange['change'][] = ['broken', 'worse', 'repaired', 'better', 'unclear', 'reworded'];

/** What differs between an earlier run and this one. */
export function ChangeList({
  at,
  changes,
}: {
  /** When the earlier run began, ISO 8601. */
  readonly at: string;
  readonly changes: readonly ResultChange[];
}): JSX.Element {
  const words = checkPage.changes;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.heading}</h2>
      <p class="soft">{words.since(at)}</p>
      {changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="changes">
          {changes
            .toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
            .map(({ id, title, before, after, change }) => (
              <li key={id}>
                <h3>
                  {title}: {changeNames[change]}
                </h3>
                <dl>
                  <Side name={words.before} result={before} />
                  <Side name={words.after} result={after} />
                </dl>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

function Side({ name, result }: { readonly name: string; readonly result: CheckResult | null }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">
        {result === null ? (
          checkPage.changes.notMade
        ) : (
          <>
            <OutcomeIcon outcome={result.outcome} /> {outcomeNames[result.outcome]}: {result.says}
          </>
        )}
      </dd>
    </div>
  );
}
