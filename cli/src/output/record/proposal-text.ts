import type { RecordChange } from '@whybounce/core/record';
import { block, heading, remark } from '../layout.ts';
import { paint } from '../paint.ts';
import { terminalText } from '../terminal-text.ts';
import { shownRecord } from './excerpt.ts';
import { zoneLine } from './zone-line.ts';

/** A record that is ready to be published. */
export interface Publish {
  readonly name: string;
  readonly text: string;
}

/** The record as a DNS panel asks for it, and as a line of a zone file. Never wrapped: it is to be copied. */
export function publishText({ name, text }: Publish): string {
  return [
    `  ${paint('dim', 'Name ')}  ${terminalText(name)}`,
    `  ${paint('dim', 'Type ')}  TXT`,
    `  ${paint('dim', 'Value')}  ${shownRecord(text)}`,
    `  ${paint('dim', 'Zone ')}  ${zoneLine(name, text)}`,
  ].join('\n');
}

/** What becomes of each term or tag: what goes with `-`, what comes with `+`, and why. */
export function changesText(changes: readonly RecordChange[]): string[] {
  const changed = changes.filter(({ kind }) => kind !== 'kept');
  const kept = changes.length - changed.length;
  if (changed.length === 0) return [remark('Nothing changes: what is published already says this.')];
  const lines = changed.flatMap(({ from, to, why }) => [
    ...(from === null ? [] : [paint('red', `  - ${shownRecord(from)}`)]),
    ...(to === null ? [] : [paint('cyan', `  + ${shownRecord(to)}`)]),
    ...(why === null ? [] : [paint('dim', block('      ', terminalText(why)))]),
  ]);
  if (kept === 0) return lines;
  return [...lines, remark(kept === 1 ? 'One other part stays as it is.' : `${kept} other parts stay as they are.`)];
}

/** Sentences that are not about the record's text, each with a dash; nothing where there are none. */
export function pointsText(title: string, points: readonly string[]): string[] {
  return points.length === 0 ? [] : [heading(title), ...points.map((point) => block('  - ', terminalText(point)))];
}
