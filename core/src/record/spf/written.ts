import type { RecordChange } from '../finding.ts';
import { quoted } from '../quoted.ts';
import { spfLimits } from './limits.ts';
import { LONG_RECORD } from './lint-record.ts';
import { asksDns, type SpfRecord } from './record.ts';

/** A record that is proposed, and how it differs from the one that is published. */
export interface WrittenSpf {
  readonly text: string;
  readonly changes: readonly RecordChange[];
  /** What nobody but the domain's owner can tell, and what is to be done besides, as sentences. */
  readonly left: readonly string[];
}

/** What is left to know of a record however it came about. */
export function leftOf(record: SpfRecord): string[] {
  const left: string[] = [];
  const lookups = record.terms.filter(asksDns).length;
  if (lookups > spfLimits.lookups)
    left.push(
      `The record itself needs ${lookups} DNS look-ups and ${spfLimits.lookups} are allowed: find out which senders are still in use, and remove the others.`,
    );
  if (record.text.length > LONG_RECORD)
    left.push(
      `The record has ${record.text.length} octets: enter it as several strings of at most 255 octets in one TXT record.`,
    );
  for (const term of record.terms) {
    if (term.kind !== 'mechanism') continue;
    if (term.name === 'ptr')
      left.push(
        `${quoted(term.text)} should not be used any more: find out which servers it stands for, and list them.`,
      );
    if (term.name === 'all' && term.qualifier === '+')
      left.push(
        `${quoted(term.text)} allows every server in the world: find out which servers send, and then end the record with ~all.`,
      );
  }
  return left;
}

export function added(to: string, why: string): RecordChange {
  return { kind: 'added', from: null, to, why };
}

export function removed(from: string, why: string): RecordChange {
  return { kind: 'removed', from, to: null, why };
}

export function changed(from: string, to: string, why: string): RecordChange {
  return { kind: 'changed', from, to, why };
}

export function kept(text: string): RecordChange {
  return { kind: 'kept', from: text, to: text, why: null };
}
