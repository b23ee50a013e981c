import { reasonIds, ruleTable } from '@whybounce/knowledge';
import { enhancedCodes, replyCodes, vendorBends } from '@whybounce/knowledge/code';
import { comparisons } from '@whybounce/knowledge/comparison';
import { causeIds, isCause } from './cause-page.ts';
import { currentSlug } from './moved.ts';
import { isReason } from './reason-page.ts';
import { allRules, findRule, findSystemRow } from './rules.ts';
import { compareCodes, parseCode, type WrittenCode } from './written-code.ts';

/** First parts of slugs that are no system: no knowledge file may be called so. */
export const reservedSlugs = ['code', 'compare', 'cause', 'reason', 'search'] as const;

/** Every code that has a page to be listed: registered, used by an entry, or bent by somebody. By their numbers. */
export function listedCodes(): string[] {
  const texts = [
    ...enhancedCodes.map(({ code }) => code),
    ...replyCodes.map(({ code }) => String(code)),
    ...vendorBends.flatMap(({ codes }) => codes),
    ...allRules().flatMap(({ row }) => row.codes),
  ];
  const codes = new Map<string, WrittenCode>();
  for (const text of texts) {
    const code = parseCode(text);
    if (code !== null) codes.set(code.text, code);
  }
  return [...codes.values()].sort(compareCodes).map(({ text }) => text);
}

/** The slug of every page, sorted: hubs `system`, entries `system/entry`, and `code/…`, `compare/…`, `cause/…`, `reason/…`. */
export function pageSlugs(): string[] {
  return [
    ...ruleTable.systems.map(({ slug }) => slug),
    ...allRules().map(({ rule }) => rule),
    ...listedCodes().map((code) => `code/${code}`),
    ...comparisons.map(({ slug }) => `compare/${slug}`),
    ...causeIds().map((id) => `cause/${id}`),
    ...reasonIds.map((id) => `reason/${id}`),
  ].sort();
}

/** Whether a slug leads to a page, be it by a move. */
export function hasPage(slug: string): boolean {
  const current = currentSlug(slug);
  const slash = current.indexOf('/');
  const [first, rest] = slash < 0 ? [current, ''] : [current.slice(0, slash), current.slice(slash + 1)];
  switch (first) {
    case 'code':
      return parseCode(rest)?.text === rest;
    case 'compare':
      return comparisons.some((comparison) => comparison.slug === rest);
    case 'cause':
      return isCause(rest);
    case 'reason':
      return isReason(rest);
    default:
      return slash < 0 ? findSystemRow(current) !== null : findRule(current) !== null;
  }
}
