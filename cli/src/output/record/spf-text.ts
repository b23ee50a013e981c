import type {
  FlattenedSpf,
  RecordFinding,
  SpfExplanation,
  SpfTree,
  SpfTreeEvaluation,
  WrittenSpf,
} from '@whybounce/core/record';
import { counted, grouped } from '@whybounce/web/wording';
import { block, heading, headline, labelled, paragraph, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import type { Branches } from './branch.ts';
import { shownRecord } from './excerpt.ts';
import { findingsText } from './findings-text.ts';
import { changesText, pointsText, publishText } from './proposal-text.ts';
import { replacedLines } from './replaced-lines.ts';
import { spfTreeText } from './spf-tree-text.ts';

/** Names to be watched that are listed. */
const MAX_WATCHED = 12;

/** What `spf tree` found. */
export interface SpfTreeReport {
  readonly tree: SpfTree;
  readonly verdict: SpfTreeEvaluation | null;
  readonly findings: readonly RecordFinding[];
}

/** The tree with its figures, the verdict for a client, and what is wrong. */
export function spfReportText({ tree, verdict, findings }: SpfTreeReport, marks: Branches): string {
  const { domain, root, lookups, limits, queries, cutOff } = tree;
  const lines = [
    headline(terminalText(domain), 'SPF'),
    ...root.records.map(({ text }) => `  ${shownRecord(text)}`),
    '',
    ...(root.status === 'found' ? spfTreeText(tree, marks, verdict) : []),
  ];
  if (root.status === 'found')
    lines.push(
      '',
      labelled(
        'Look-ups',
        `${lookups.total} of ${limits.lookups}${lookups.over === null ? '' : paint(['bold', 'red'], ': too many')}`,
      ),
      labelled('Void', voidWords(tree)),
      labelled('Allowed', allowedWords(tree)),
    );
  if (verdict !== null) lines.push(...verdictLines(verdict));
  const told = findings.filter(({ severity }) => severity !== 'info');
  if (told.length > 0) lines.push(heading('What is wrong'), ...findingsText(told, root.record?.text ?? null));
  else if (root.status !== 'found') lines.push(...findings.map(({ says }) => paragraph(terminalText(says))));
  if (cutOff !== null) lines.push(paragraph(terminalText(cutOff)));
  lines.push('', remark(`${counted(queries, 'query')} to the DNS.`));
  return `${lines.join('\n')}\n`;
}

function voidWords({ voids: { dualStack, ipv4, ipv6 }, limits }: SpfTree): string {
  const most = Math.max(ipv4, ipv6);
  const more = dualStack === most ? '' : `; ${dualStack} for receivers that ask for A and AAAA of each`;
  return `${most} find nothing, ${limits.voids} are allowed${more}`;
}

function allowedWords({ authorised }: SpfTree): string {
  const { ipv4Addresses, ipv6Networks, open, complete } = authorised;
  const parts = [
    `${grouped(ipv4Addresses)} IPv4 ${ipv4Addresses === 1 ? 'address' : 'addresses'}`,
    `${grouped(ipv6Networks)} IPv6 ${ipv6Networks === 1 ? 'network' : 'networks'} of 64 bits`,
  ];
  const depends =
    open.length === 0
      ? ''
      : ` Besides, ${open.length === 1 ? 'one term allows' : `${open.length} terms allow`} whom a look-up for each message names.`;
  return `${parts.join(' and ')}.${depends}${complete ? '' : ' Not all of it could be read, so that there may be more.'}`;
}

function verdictLines({ verdict, says, lookups, voids, explanation, path }: SpfTreeEvaluation): string[] {
  return [
    heading('For this client'),
    labelled(
      'Verdict',
      `${paint('bold', verdict ?? 'cannot be told')}  ${paint('dim', `after ${lookups} look-ups, ${voids} of them void`)}`,
    ),
    labelled('Why', terminalText(says)),
    ...(path.length === 0
      ? []
      : [labelled('Way', terminalText(path.map(({ term, domain }) => `${term} of ${domain}`).join(', then ')))]),
    ...(explanation === null ? [] : [labelled('It tells', `“${terminalText(explanation)}”`)]),
  ];
}

/** What `spf generate` proposes. */
export interface SpfProposal extends WrittenSpf {
  readonly domain: string;
  /** Every published record that the new one takes the place of. */
  readonly replaces: readonly string[];
  readonly lookups: number;
  readonly findings: readonly RecordFinding[];
}

/** The new record, what changes, and what only its owner can know. */
export function spfProposalText({ domain, text, replaces, changes, left, lookups, findings }: SpfProposal): string {
  const grave = findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
  const lines = [
    headline(terminalText(domain), 'SPF record to publish'),
    publishText({ name: domain, text }),
    ...replacedLines(replaces, text),
    heading('What changes'),
    ...changesText(changes),
    '',
    labelled('Look-ups', `${lookups} of 10 with the new record`),
    ...(grave.length === 0 ? [] : [heading('What would still be wrong'), ...findingsText(grave, text)]),
    ...pointsText('Left to know and to do', left),
  ];
  return `${lines.join('\n')}\n`;
}

/** What `spf flatten` makes of a tree. */
export interface SpfFlattening extends FlattenedSpf {
  readonly domain: string;
}

export function spfFlatText({ domain, records, changes, lookups, watch, left }: SpfFlattening): string {
  const lines = [
    headline(terminalText(domain), `SPF as ranges: ${lookups.before} look-ups before, ${lookups.after} after`),
    ...records.map(publishText),
  ];
  if (records.length > 0) lines.push(heading('What changes'), ...changesText(changes));
  lines.push(...pointsText('Left to know and to do', left));
  if (watch.length > 0) {
    const shown = watch.slice(0, MAX_WATCHED).map(({ name, type }) => `${terminalText(name)} ${type}`);
    const more = watch.length - shown.length;
    lines.push(
      heading('To be watched: when one of these changes, the record above is wrong'),
      block('    ', `${shown.join(', ')}${more > 0 ? ` and ${more} more (--format json)` : ''}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** A record in plain words. */
export function explanationText(title: string, kind: string, text: string, { says, parts }: SpfExplanation): string {
  const lines = [
    headline(title, kind),
    `  ${shownRecord(text)}`,
    '',
    ...says.map((sentence) => paragraph(terminalText(sentence))),
    ...(parts.length === 0 ? [] : [heading('Part by part')]),
    ...parts.flatMap((part) => [
      `    ${shownRecord(part.term)}`,
      block('      ', paint('dim', terminalText(part.says))),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
