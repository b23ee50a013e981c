import { findSystem } from './find-system.ts';
import { meantCodes } from './meant-codes.ts';
import { listedCodes } from './page-slugs.ts';
import { findSystemRow } from './rules.ts';

/** The one page that a query names. */
export interface ExactPage {
  readonly kind: 'code' | 'system';
  /** `5.7.1`, `550`; `gmail` */
  readonly id: string;
}

let listed: ReadonlySet<string> | undefined;

/** Whether a code has a page that lists name: registered, used by an entry, or bent by somebody. */
export function isListedCode(code: string): boolean {
  listed ??= new Set(listedCodes());
  return listed.has(code);
}

/**
 * The page that a query names as a whole: one code, however it is written (`5.7.1`, `5-7-1`, `5726`),
 * or what a system is called. Null for anything else: then its results are what somebody wants to see.
 */
export function exactPage(query: string): ExactPage | null {
  const { codes, isAll } = meantCodes(query, isListedCode);
  const [code] = codes;
  if (isAll && code !== undefined && codes.length === 1) return { kind: 'code', id: code };
  const { slug } = findSystem(query);
  // `account` and `authentication` name collections of wording, but are words that somebody looks for.
  if (slug === null || findSystemRow(slug)?.kind === 'wording') return null;
  return { kind: 'system', id: slug };
}
