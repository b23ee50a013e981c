import type { JSX } from 'preact';
import type { CheckState } from '../../answer/check/check-state.ts';
import { type CheckQuestion, checkPath, questionPath, subjectOf } from '../../answer/check/question.ts';
import { CheckForm } from '../../component/check/check-form.tsx';
import { CheckNavigation } from '../../component/check/check-navigation.tsx';
import { ObservedList } from '../../component/check/observed-list.tsx';
import { Report } from '../../component/check/report.tsx';
import { type Assets, Document } from '../../component/document.tsx';
import { checkKindWords } from '../../wording/check-page.ts';

/**
 * A check as HTML: the form, and below it what was found. Without a state nothing was checked yet: the page's
 * script then asks and draws what comes; without script the browser is led on to the page that waits for all of it.
 */
export function CheckPage({
  assets,
  question,
  state,
}: {
  readonly assets: Assets;
  readonly question: CheckQuestion;
  readonly state: CheckState | null;
}): JSX.Element {
  const { kind } = question;
  const words = checkKindWords[kind];
  const subject = subjectOf(question);
  return (
    <Document
      head={{
        title: subject === null ? words.heading : `${subject}: ${words.heading}`,
        description: words.description,
        path: checkPath(kind),
        section: 'check',
        structuredData: null,
        isIndexed: subject === null,
        withoutScript: subject === null || state !== null ? null : questionPath(question, '/whole'),
      }}
      assets={assets}
      scripts={[assets.check]}
    >
      <div class="page check">
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
        <CheckNavigation current={checkPath(kind)} />
        <CheckForm question={question} />
        <div
          id="check-results"
          data-results={subject === null || state !== null ? undefined : questionPath(question, '/results')}
        >
          {state === null ? null : (
            <>
              <Report state={state} />
              <ObservedList observed={state.observed} onUse={null} said={null} />
            </>
          )}
        </div>
      </div>
    </Document>
  );
}
