import type { JSX } from 'preact';
import type { CheckState } from '../../answer/check/check-state.ts';
import { type CheckQuestion, checkPath, questionPath, subjectOf } from '../../answer/check/question.ts';
import { CheckForm } from '../../component/check/check-form.tsx';
import { CheckNavigation } from '../../component/check/check-navigation.tsx';
import { Report } from '../../component/check/report.tsx';
import { type Assets, Document } from '../../component/document.tsx';
import { checkKindWords, checkPage } from '../../wording/check-page.ts';

/**
 * A check as HTML: the form, and below it what was found. Without a state nothing was checked yet: the page's
 * script then asks and draws what comes in the place of a link to the page that waits for all of it, which stays where no
 * script comes; a browser that runs none is led on there by itself.
 */
export function CheckPage({
  assets,
  question,
  state,
  otherName = null,
}: {
  readonly assets: Assets;
  readonly question: CheckQuestion;
  readonly state: CheckState | null;
  /** The subject as it is read, or as the DNS has it, where these differ; null where they do not. */
  readonly otherName?: string | null;
}): JSX.Element {
  const { kind } = question;
  const words = checkKindWords[kind];
  const subject = subjectOf(question);
  const isAsked = subject !== null && state === null;
  const whole = questionPath(question, '/whole');
  return (
    <Document
      head={{
        title: subject === null ? words.heading : `${subject}: ${words.heading}`,
        description: words.description,
        path: checkPath(kind),
        section: 'check',
        structuredData: null,
        isIndexed: subject === null,
        withoutScript: isAsked ? whole : null,
      }}
      assets={assets}
      scripts={[assets.check]}
    >
      <div class="checks">
        <CheckNavigation current={checkPath(kind)} domain={kind === 'domain' ? subject : null} />
        <div class={subject === null ? 'intro' : 'intro compact'}>
          <h1>{words.heading}</h1>
          {subject === null ? <p>{words.lead}</p> : null}
        </div>
        <CheckForm question={question} />
        {subject === null ? null : (
          <div
            id="check-results"
            data-kind={kind}
            data-subject={subject}
            data-other-name={otherName ?? undefined}
            data-results={isAsked ? questionPath(question, '/results') : undefined}
          >
            {isAsked ? (
              <p class="problem">
                {checkPage.withoutScript(
                  <a key="whole" href={whole}>
                    {checkPage.withoutScriptLink}
                  </a>,
                )}
              </p>
            ) : null}
            {state === null ? null : (
              <Report state={state} kind={kind} subject={subject} otherName={otherName} isFirst />
            )}
          </div>
        )}
      </div>
    </Document>
  );
}
