import type { ComponentChildren, JSX } from 'preact';
import type { Answered } from '../../answer/record/answered.ts';
import type { RecordFields } from '../../answer/record/record-fields.ts';
import { CheckNavigation } from '../../component/check/check-navigation.tsx';
import { type Assets, Document } from '../../component/document.tsx';

/** What stands around every page about records: the head, the form, why there is no answer, and the answer. */
export function RecordFrame({
  assets,
  path,
  words: { heading, lead, description },
  subject,
  form,
  problem,
  isBeside = false,
  children,
}: {
  readonly assets: Assets;
  readonly path: string;
  readonly words: { readonly heading: string; readonly lead: string; readonly description: string };
  /** What was asked for; null on the page that asks. Answers are no pages for search engines. */
  readonly subject: string | null;
  readonly form: JSX.Element;
  readonly problem: string | null;
  /** Whether the answer stands beside the form where there is room: of forms that are changed again and again. */
  readonly isBeside?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const answer = (
    <>
      {problem === null ? null : (
        <p class="problem" role="alert" dir="auto">
          {problem}
        </p>
      )}
      {children}
    </>
  );
  return (
    <Document
      head={{
        title: subject === null ? heading : `${subject}: ${heading}`,
        description,
        path,
        section: 'check',
        structuredData: null,
        isIndexed: subject === null,
      }}
      assets={assets}
    >
      <div class="page checks record">
        <h1>{heading}</h1>
        <p class="intro">{lead}</p>
        <CheckNavigation current={path} domain={subject} />
        {isBeside ? (
          <div class="workbench">
            {form}
            <div class="record-answer">{answer}</div>
          </div>
        ) : (
          <>
            {form}
            <div class="record-answer">{answer}</div>
          </>
        )}
      </div>
    </Document>
  );
}

/** What a page about records is made of. */
export interface RecordPageProps<T> {
  readonly assets: Assets;
  readonly fields: RecordFields;
  readonly state: Answered<T>;
}
