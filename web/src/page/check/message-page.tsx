import type { JSX } from 'preact';
import { type CheckState, notStarted } from '../../answer/check/check-state.ts';
import type { MessageField, MessageRun } from '../../answer/check/message-run.ts';
import { inOrder } from '../../answer/check/triage.ts';
import { BulkSenderList } from '../../component/check/bulk-sender-list.tsx';
import { ChangeList } from '../../component/check/change-list.tsx';
import { CheckNavigation } from '../../component/check/check-navigation.tsx';
import { MessageForm } from '../../component/check/message-form.tsx';
import { Report } from '../../component/check/report.tsx';
import { SaveRun } from '../../component/check/save-run.tsx';
import { type Assets, Document } from '../../component/document.tsx';
import { messagePage } from '../../wording/check-page.ts';

/** What a message page shows beside its form. */
export interface MessageAnswer {
  /** What was filled in beside the message. */
  readonly given: Readonly<Partial<Record<MessageField, string>>>;
  readonly run: MessageRun | null;
  /** Why it was not tested, as a sentence. */
  readonly problem: string | null;
}

/** The test of a message as HTML: its form, and the report where one was handed in. */
export function MessagePage({
  assets,
  answer: { given, run, problem },
  maxMegabytes,
}: {
  readonly assets: Assets;
  readonly answer: MessageAnswer;
  readonly maxMegabytes: number;
}): JSX.Element {
  const { path, heading, lead, description } = messagePage;
  const isAnswered = run !== null || problem !== null;
  return (
    <Document
      head={{ title: heading, description, path, section: 'check', structuredData: null, isIndexed: !isAnswered }}
      assets={assets}
    >
      <div class="checks">
        <CheckNavigation current={path} />
        <div class={isAnswered ? 'intro compact' : 'intro'}>
          <h1>{heading}</h1>
          {isAnswered ? null : <p>{lead}</p>}
        </div>
        {problem === null ? null : (
          <p class="problem" role="alert" dir="auto">
            {problem}
          </p>
        )}
        {run === null ? <MessageForm given={given} isAnswered={false} maxMegabytes={maxMegabytes} /> : null}
        {run === null ? null : <Tested run={run} />}
        {run === null ? null : (
          <section aria-labelledby="test-again">
            <h2 id="test-again">{messagePage.again}</h2>
            <MessageForm given={given} isAnswered={true} maxMegabytes={maxMegabytes} />
          </section>
        )}
      </div>
    </Document>
  );
}

function Tested({ run: { report, rules, since } }: { readonly run: MessageRun }): JSX.Element {
  const { results, ...frame } = report;
  const state: CheckState = {
    ...notStarted,
    results: inOrder(results),
    done: results.length,
    of: results.length,
    report: frame,
  };
  return (
    <Report
      state={state}
      kind="message"
      subject={report.subject === '' ? messagePage.nameless : report.subject}
      isFirst
    >
      {since === null ? null : <ChangeList {...since} />}
      <BulkSenderList rules={rules} />
      <SaveRun report={report} />
    </Report>
  );
}
