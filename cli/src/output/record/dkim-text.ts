import type { RecordExplanation, RecordFinding, WrittenDkimKey } from '@whybounce/core/record';
import { block, heading, headline } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { shownRecord } from './excerpt.ts';
import { findingsText } from './findings-text.ts';
import { changesText, publishText } from './proposal-text.ts';
import { replacedLines } from './replaced-lines.ts';

/** What `dkim lint` found. */
export interface DkimLint {
  /** Where the key stands; null where only its text was given. */
  readonly name: string | null;
  readonly record: string;
  readonly findings: readonly RecordFinding[];
  readonly parts: readonly RecordExplanation[];
}

export function dkimLintText({ name, record, findings, parts }: DkimLint): string {
  const lines = [
    headline(terminalText(name ?? 'DKIM key'), 'DKIM'),
    `  ${shownRecord(record)}`,
    '',
    ...findingsText(findings, record),
    ...(parts.length === 0 ? [] : [heading('Part by part')]),
    ...parts.flatMap((part) => [
      `    ${shownRecord(part.term)}`,
      block('      ', paint('dim', terminalText(part.says))),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What `dkim generate` proposes. */
export interface DkimProposal extends WrittenDkimKey {
  readonly name: string | null;
  readonly existing: string | null;
  readonly text: string;
}

export function dkimProposalText({ name, existing, text, changes }: DkimProposal): string {
  const lines = [
    headline(terminalText(name ?? 'DKIM key'), 'DKIM record to publish'),
    publishText({ name: name ?? 'SELECTOR._domainkey.DOMAIN', text }),
    ...(name === null ? [] : replacedLines(existing === null ? [] : [existing], text)),
    heading('What changes'),
    ...changesText(changes),
  ];
  return `${lines.join('\n')}\n`;
}
