import type {
  DmarcDifference,
  DmarcPolicy,
  DmarcStandard,
  DmarcStep,
  RecordExplanation,
  RecordFinding,
  ReportTarget,
  WrittenDmarc,
} from '@whybounce/core/record';
import { block, heading, headline, labelled, paragraph, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { shownRecord } from './excerpt.ts';
import { findingsText } from './findings-text.ts';
import { changesText, pointsText, publishText } from './proposal-text.ts';
import { replacedLines } from './replaced-lines.ts';

const standardNames: Readonly<Record<DmarcStandard, string>> = { rfc9989: 'RFC 9989', rfc7489: 'RFC 7489' };

/** What `dmarc lint` found. */
export interface DmarcLint {
  readonly record: string | null;
  /** Where the record stands that applies; null where none does, or only the text was given. */
  readonly at?: string | null | undefined;
  readonly findings: readonly RecordFinding[];
}

export function dmarcLintText(title: string, { record, at = null, findings }: DmarcLint): string {
  const lines = [
    headline(terminalText(title), 'DMARC'),
    ...(at === null ? [] : [remark(`The record stands at ${terminalText(at)}.`)]),
    ...(record === null ? [] : [`  ${shownRecord(record)}`]),
    '',
    ...findingsText(findings, record),
  ];
  return `${lines.join('\n')}\n`;
}

/** What receivers of one standard do with mail from a domain that fails. */
export interface AppliedAt {
  readonly standard: DmarcStandard;
  /** Where they find the record; null where they find none. */
  readonly at: string | null;
  /** Null where there is none, or it could not be determined. */
  readonly policy: DmarcPolicy | null;
  readonly tag: 'p' | 'sp' | 'np' | null;
  readonly percent: number;
}

/** What `dmarc explain` says. */
export interface DmarcTold {
  readonly record: string;
  readonly at: string | null;
  readonly applied: readonly AppliedAt[];
  readonly says: readonly string[];
  readonly parts: readonly RecordExplanation[];
  readonly differences: readonly DmarcDifference[];
  readonly targets: readonly ReportTarget[];
}

export function dmarcExplanationText(title: string, { record, at, applied, says, parts, targets }: DmarcTold): string {
  const lines = [
    headline(terminalText(title), at === null ? 'DMARC' : `DMARC, from ${terminalText(at)}`),
    `  ${shownRecord(record)}`,
    '',
    ...applied.map((policy) => labelled(standardNames[policy.standard], appliedWords(policy))),
    ...(applied.length === 0 ? [] : ['']),
    ...says.map((sentence) => paragraph(terminalText(sentence))),
    ...pointsText(
      'Reports',
      targets.map((target) => target.says),
    ),
    ...(parts.length === 0 ? [] : [heading('Part by part')]),
    ...parts.flatMap((part) => [
      `    ${shownRecord(part.term)}`,
      block('      ', paint('dim', terminalText(part.says))),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function appliedWords({ at, policy, tag, percent }: AppliedAt): string {
  if (at === null) return 'finds no record, or could not tell';
  const share = percent === 100 ? '' : ` for ${percent} of 100 messages, the next weaker one for the others`;
  return `${paint('bold', policy ?? 'no policy that could be told')}${share}, by ${tag === null ? 'the record' : `${tag}=`} at ${terminalText(at)}`;
}

/** What `dmarc generate` proposes. */
export interface DmarcProposal extends WrittenDmarc {
  readonly domain: string;
  readonly name: string;
  /** The step that `--next` took; null where it took none. */
  readonly step: DmarcStep | null;
  readonly targets: readonly ReportTarget[];
  readonly findings: readonly RecordFinding[];
  readonly left: readonly string[];
}

export function dmarcProposalText(proposal: DmarcProposal): string {
  const { domain, name, text, replaces, changes, refused, next, step, targets, findings, left } = proposal;
  const grave = findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
  const toAuthorise = targets.flatMap(({ publish }) => publish ?? []);
  const lines = [
    headline(terminalText(domain), 'DMARC record to publish'),
    ...(step === null ? [] : [paragraph(terminalText(step.says))]),
    publishText({ name, text }),
    ...replacedLines(replaces, text),
    heading('What changes'),
    ...changesText(changes),
    ...(grave.length === 0 ? [] : [heading('What would still be wrong'), ...findingsText(grave, text)]),
    ...pointsText('Not done as you wished', refused),
    ...pointsText('Left to know and to do', [
      ...left,
      ...targets.filter(({ status }) => status !== 'own' && status !== 'authorised').map(({ says }) => says),
    ]),
  ];
  if (toAuthorise.length > 0)
    lines.push(heading('For those who receive the reports to publish'), ...[...new Set(toAuthorise.map(publishText))]);
  if (next !== null)
    lines.push(heading('After this'), paragraph(terminalText(`${next.says} ${next.first ?? ''}`.trim())));
  return `${lines.join('\n')}\n`;
}
