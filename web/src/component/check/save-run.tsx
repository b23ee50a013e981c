import type { JSX } from 'preact';
import type { MessageRun } from '../../answer/check/message-run.ts';
import { checkPage } from '../../wording/check-page.ts';

/** The run as a file to keep: the link itself holds it, so that it is saved without script, and no service keeps it. */
export function SaveRun({ report }: Pick<MessageRun, 'report'>): JSX.Element {
  const json = JSON.stringify(report, null, 1).toWellFormed();
  return (
    <p class="save-run">
      <a
        class="button"
        download={`${report.subject === '' ? 'message' : report.subject}-${report.checkedAt.slice(0, 10)}.json`}
        href={`data:application/json;charset=utf-8,${encodeURIComponent(json)}`}
      >
        {checkPage.save}
      </a>{' '}
      <span class="soft">{checkPage.saveWhy}</span>
    </p>
  );
}
