import type { MtaStsProposal } from '@whybounce/core/record';
import { heading, headline } from '../layout.ts';
import { terminalText } from '../terminal-text.ts';
import { shownRecord } from './excerpt.ts';
import { changesText, pointsText, publishText } from './proposal-text.ts';

/** Policy file, record, what changes, and the order in which no mail is lost. */
export function mtaStsProposalText({
  domain,
  record,
  policy,
  changes,
  steps,
}: MtaStsProposal & { readonly domain: string }): string {
  const lines = [
    headline(terminalText(domain), 'MTA-STS policy and record to publish'),
    `  ${terminalText(policy.url)}`,
    ...policy.text
      .trimEnd()
      .split('\r\n')
      .map((line) => `    ${shownRecord(line)}`),
    '',
    publishText(record),
    heading('What changes'),
    ...changesText(changes),
    ...pointsText('In this order', steps),
  ];
  return `${lines.join('\n')}\n`;
}
