import { type Severity, severities } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
import { severityNames } from '@whybounce/web/wording/check';
import { block, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { excerpt } from './excerpt.ts';

/** A mark of one column and a style for each severity. */
const marks: Readonly<Record<Severity, string>> = { critical: '✗', high: '✗', medium: '!', low: '!', info: 'i' };
const styles = { critical: ['bold', 'red'], high: ['bold', 'red'], medium: 'yellow', low: 'yellow', info: [] } as const;

/** Findings on a record, the worst first, each with the place in the record that it is about. */
export function findingsText(findings: readonly RecordFinding[], record: string | null): string[] {
  if (findings.length === 0) return [remark('Nothing is wrong with it.')];
  const byWeight = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return byWeight.map((finding) => findingText(finding, record));
}

function findingText({ code, severity, span, says, fix, source }: RecordFinding, record: string | null): string {
  const lines = [
    block(
      `  ${paint(styles[severity], marks[severity])} `,
      `${paint(styles[severity], severityNames[severity])}  ${paint('dim', `${code}, ${source}`)}`,
      INDENT,
    ),
  ];
  if (span !== null && record !== null) lines.push(excerpt(record, span));
  lines.push(block(' '.repeat(INDENT), terminalText(says)));
  if (fix !== null) lines.push(block(`${' '.repeat(INDENT)}Do: `, terminalText(fix)));
  return lines.join('\n');
}

const INDENT = 4;
