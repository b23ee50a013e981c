import type { EntryPage, Step } from '@whybounce/core/encyclopedia';
import type { CauseId } from '@whybounce/knowledge';
import type { JSX } from 'preact';
import { causePath } from '../../../address.ts';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';

/** The steps of each who can act: those of the entry stand open, those for one of its causes unfold. */
export function EntrySteps({ page }: { readonly page: EntryPage }): JSX.Element {
  const says = new Map(page.shares.causes.map((share) => [share.cause, share.says]));
  return (
    <>
      {page.stepsByOwner.map(({ owner, steps }) => (
        <section key={owner} id={`steps-${owner}`} aria-labelledby={`steps-${owner}-title`}>
          <h3 id={`steps-${owner}-title`}>{entryWording.stepsOf(owner)}</h3>
          {byCause(steps).map(({ cause, steps: its }) =>
            cause === null ? (
              <Steps key="own" steps={its} />
            ) : (
              <details key={cause} open={says.size === 1}>
                <summary>
                  <span class="soft">{entryWording.stepsIf}</span> {says.get(cause) ?? cause}
                </summary>
                <Steps steps={its} />
                <p>
                  <a href={causePath(cause)}>{entryWording.aboutCause}</a>
                </p>
              </details>
            ),
          )}
        </section>
      ))}
    </>
  );
}

function Steps({ steps }: { readonly steps: readonly string[] }): JSX.Element {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

/** Steps that follow each other for one cause. */
function byCause(steps: readonly Step[]): { readonly cause: CauseId | null; readonly steps: readonly string[] }[] {
  const groups: { readonly cause: CauseId | null; readonly steps: string[] }[] = [];
  for (const { step, cause } of steps) {
    const last = groups.at(-1);
    if (last !== undefined && last.cause === cause) last.steps.push(step);
    else groups.push({ cause, steps: [step] });
  }
  return groups;
}
