import { bulkSenderTable, type MessageOptions, subjectOfMessage } from '@whybounce/probe';
import { readBytes } from '../input/read-bytes.ts';
import { bulkSenderText } from '../output/check/bulk-sender-text.ts';
import { UsageError } from '../usage-error.ts';
import { asUsage, printReport, type ReportOptions } from './check.ts';

/** Options of `whybounce test`. */
export interface TestCommand extends ReportOptions {
  readonly ip?: string;
  readonly helo?: string;
  readonly from?: string;
  readonly received?: string;
}

/** `whybounce test MESSAGE.eml`: what receivers find in a message and its sending. Returns the exit code. */
export async function testCommand(
  path: string,
  { ip, helo, from, received, ...options }: TestCommand,
): Promise<number> {
  const given: MessageOptions = { ip, helo, mailFrom: from, received: timeOf(received) };
  const raw = await readBytes(path);
  const subject = await asUsage(() => subjectOfMessage(raw, given));
  return printReport(options, 'message', (probe, on) => probe.run('message', subject, on), {
    subject: subject.domain ?? '',
    more: ({ results }) => ({ bulkSenders: bulkSenderTable(results) }),
    text: ({ results }) => bulkSenderText(bulkSenderTable(results)),
  });
}

/** @throws UsageError for what is no time */
function timeOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new UsageError(`--received ${text}: write a time such as 2026-05-27T14:30Z.`);
  return time;
}
