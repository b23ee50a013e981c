import { finish } from '../finish.ts';
import { readReply } from '../read/reply.ts';
import { findSystem } from './find-system.ts';
import { meantCodes } from './meant-codes.ts';
import { findRule } from './rules.ts';
import type { SearchKind } from './search-documents.ts';

/** A page that a query means outright. */
export interface Pin {
  readonly kind: SearchKind;
  readonly id: string;
}

/** Kinds of pages whose ids are names that somebody may write out. */
const named: readonly SearchKind[] = ['entry', 'cause', 'reason', 'comparison'];

/**
 * Pages that come first, whatever the words weigh: what the query names, then the entry that reads it as a
 * reply. Codes with words behind them are a reply, whose entry says more than its codes' pages.
 *
 * @param isPage whether there is such a page
 */
export function pinsOf(query: string, isPage: (pin: Pin) => boolean): Pin[] {
  const name = query.trim().replaceAll(/^["“']|["”']$/g, '');
  const { codes, isAll } = meantCodes(name, (code) => isPage({ kind: 'code', id: code }));
  const codePages = codes.map((id) => ({ kind: 'code' as const, id }));
  const id = name.toLowerCase();
  const pins: Pin[] = named.map((kind) => ({ kind, id })).filter(isPage);
  const { slug } = findSystem(name);
  if (slug !== null) pins.push({ kind: 'system', id: slug });
  const entry = { kind: 'entry' as const, id: ruleThatReads(query) ?? '' };
  const entries = isPage(entry) ? [entry] : [];
  const isByCode = isAll || findRule(entry.id)?.row.codeOnly === true;
  return isByCode ? [...codePages, ...pins, ...entries] : [...pins, ...entries, ...codePages];
}

/** Begins as a reply does: with a code, be it quoted. */
const likeReply = /^["'(<>\s]*(?:[245]\d\d\b|[245]\.\d{1,3}\.\d)/;

function ruleThatReads(query: string): string | null {
  const lines = query.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const rule = finish(readReply(lines), '-').diagnosis?.rule ?? null;
  // Bare codes and words that only hint read nearly any sentence: they count where it is a reply.
  const row = rule === null ? undefined : findRule(rule)?.row;
  const vague = row?.codeOnly === true || row?.weak === true;
  return vague && !likeReply.test(query) ? null : rule;
}
