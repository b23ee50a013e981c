import type { Letter } from '../letter.ts';
import type { NdrDialect } from './dialect.ts';
import { hasDiagnosticBlock, readDiagnosticBlock } from './exchange-diagnostics.ts';
import {
  delayedHeadings,
  deliveredHeadings,
  diagnosticHeadings,
  failedHeadings,
  hasPhrase,
  stemsOf,
} from './exchange-phrases.ts';

/** Exchange on the customer's own machines, 2007 to Subscription Edition. */
export const exchange2007: NdrDialect = {
  dialect: 'exchange-2007',
  signs: [
    'x-ms-exchange-message-is-ndr:',
    'sent by microsoft exchange server',
    ...stemsOf(diagnosticHeadings),
    ...stemsOf(failedHeadings),
    ...stemsOf(delayedHeadings),
    ...stemsOf(deliveredHeadings),
  ],
  recognises,
  read: readDiagnosticBlock,
};

/** What such a report says first of all. */
const statedHeadings = [...failedHeadings, ...delayedHeadings, ...deliveredHeadings];

function recognises(letter: Letter): boolean {
  if (letter.headers.has('x-ms-exchange-message-is-ndr')) return true;
  const { text } = letter;
  if (text.includes('Sent by Microsoft Exchange Server')) return true;
  return (
    hasDiagnosticBlock(letter) ||
    (/postmaster|microsoft (?:exchange|outlook)/.test(letter.from) &&
      hasPhrase(letter.plainText.slice(0, 2_048), statedHeadings))
  );
}
