import { compareRuns } from '@whybounce/core/check';
import { bulkSenderTable, type Probe, SubjectError, subjectOfMessage } from '@whybounce/probe';
import { faultPlace } from '../fault-place.ts';
import { FormError } from '../form/form-error.ts';
import { messageForm } from '../form/message-form.ts';
import { parseForm } from '../form/parse-form.ts';
import { type EarlierRun, readEarlierRun } from './earlier-run.ts';
import type { MessageResult, MessageTask } from './message-task.ts';
import { shortened } from './shortened.ts';

/** Tests the message of a posted form, and compares it with an earlier run where there is one. */
export async function testMessage(probe: Probe, { contentType, body }: MessageTask): Promise<MessageResult> {
  try {
    const fields = parseForm(contentType, Buffer.from(body.buffer, body.byteOffset, body.byteLength));
    const { raw, given, earlier } = messageForm(fields);
    const before = earlier === null ? null : readEarlierRun(earlier);
    const { ip, helo, from: mailFrom } = given;
    const faults: string[] = [];
    const onFault = (id: string, error: unknown): void => void faults.push(`check ${id} failed: ${faultPlace(error)}`);
    try {
      const subject = await subjectOfMessage(raw, { ip, helo, mailFrom });
      const { report: whole } = await probe.run('message', subject, { onFault });
      const report = { ...whole, results: whole.results.map(shortened) };
      const run = { report, rules: bulkSenderTable(report.results), since: sinceOf(before, report.results) };
      return { kind: 'tested', answer: { given, run, problem: null }, faults };
    } catch (error) {
      if (!(error instanceof SubjectError)) throw error;
      return { kind: 'tested', answer: { given, run: null, problem: error.message }, faults };
    }
  } catch (error) {
    if (error instanceof FormError) return { kind: 'refused', fault: error.fault };
    throw error;
  }
}

type Results = Parameters<typeof compareRuns>[1];

function sinceOf(
  before: EarlierRun | null,
  results: Results,
): { at: string; changes: ReturnType<typeof compareRuns> } | null {
  return before === null ? null : { at: before.at, changes: compareRuns(before.results, results) };
}
