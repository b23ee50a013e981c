import type { CheckReport } from '@whybounce/core/check';
import type { Observed } from '@whybounce/probe';
import { heading, paragraph, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { resultText } from './report-text.ts';

/** What was looked at for a bounce: what counts for its causes, and what failed besides. */
export function seenText(reports: readonly CheckReport[], observed: readonly Observed[]): string {
  if (reports.length === 0)
    return `${remark('The refusal names neither a domain nor an address that could be checked.')}\n`;
  const told = new Set<string>();
  const failed = reports.flatMap(({ results }) => results.filter(({ outcome }) => outcome === 'fail'));
  const subjects = reports.map(({ subject }) => terminalText(subject)).join(' and ');
  return [
    heading(`Seen just now of ${subjects}`),
    ...(observed.length === 0 ? [remark('Nothing that speaks for or against a cause.')] : []),
    ...observed.map(({ id, note }) => `${paragraph(terminalText(note))} ${paint('dim', id)}`),
    ...failed.map((result) => resultText(result, told)),
    '',
    '',
  ].join('\n');
}
