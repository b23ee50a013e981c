import type { ComponentChildren, JSX } from 'preact';
import type { Draft } from '../../answer/record/draft.ts';
import { standsInWay } from '../../answer/record/stands-in-way.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { recordWording } from '../../wording/record.ts';
import { ChangeList } from './change-list.tsx';
import { FindingList } from './finding-list.tsx';
import { Hold } from './hold.tsx';
import { PublishBlock } from './publish-block.tsx';

/** A proposal: what to publish, what changes by it, what to delete, and what to do next. */
export function DraftResult({
  draft,
  heading,
  children = null,
}: {
  readonly draft: Draft;
  readonly heading: string;
  /** What stands between the texts and the changes. */
  readonly children?: ComponentChildren;
}): JSX.Element | null {
  const { parts, changes, toDelete, findings, refused, steps, checkAt } = draft;
  if (parts.length === 0) return null;
  const obstacles = standsInWay(findings);
  return (
    <>
      {obstacles.length === 0 ? null : <Hold says={recordWording.hold} findings={obstacles} />}
      <section aria-labelledby="publish">
        <h2 id="publish">{heading}</h2>
        {parts.map((part, index) => (
          <PublishBlock key={part.name} part={part} id={`publish-${index + 1}`} />
        ))}
        {refused.length === 0 ? null : (
          <div class="refused">
            <h3>{recordWording.refused}</h3>
            <ul>
              {refused.map((says) => (
                <li key={says} dir="auto">
                  {says}
                </li>
              ))}
            </ul>
          </div>
        )}
        {children}
      </section>
      {toDelete.length === 0 ? null : (
        <section aria-labelledby="delete">
          <h2 id="delete">{recordWording.toDelete}</h2>
          <p>{recordWording.toDeleteLead(toDelete.length)}</p>
          <ul class="plain">
            {toDelete.map(({ name, text }, index) => (
              <li key={index}>
                <figure class="record-text">
                  <figcaption>
                    <bdi>{recordWording.recordAt(name)}</bdi>
                  </figcaption>
                  <pre dir="auto">{visibleText(text)}</pre>
                </figure>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="changes">
        <h2 id="changes">{recordWording.changes}</h2>
        <ChangeList changes={changes} isBroken={obstacles.length > 0} />
      </section>
      {findings.length === 0 ? null : (
        <section aria-labelledby="remarks">
          <h2 id="remarks">{recordWording.resultFindings}</h2>
          <FindingList findings={findings} hasMarks={false} />
        </section>
      )}
      {steps.length === 0 ? null : (
        <section aria-labelledby="steps">
          <h2 id="steps">{recordWording.steps}</h2>
          <ol>
            {steps.map((says) => (
              <li key={says} dir="auto">
                {says}
              </li>
            ))}
          </ol>
        </section>
      )}
      {checkAt === undefined ? null : (
        <p>
          <a class="button" href={checkAt}>
            {recordWording.check}
          </a>
        </p>
      )}
    </>
  );
}
