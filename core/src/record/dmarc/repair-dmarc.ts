import { isDmarcRecord } from '../organizational-domain/index.ts';

/**
 * Makes a record of a text that was meant as one: quotation marks, backslashes before semicolons and what stands before
 * the version are taken out, the version is written as it must be. A record that receivers read stays as it is.
 */
export function repairDmarc(text: string): string {
  if (isDmarcRecord(text)) return text;
  const bare = text
    .replace(/["'\u201c\u201d\ufeff\u200b]/g, '')
    .replace(/\\;/g, ';')
    .trim();
  const start = bare.search(/\bv\s*=\s*DMARC\s*\d/i);
  const before = start < 0 ? '' : bare.slice(0, start);
  // tags that stand before the version are kept; the head of a zone file's line is not
  const tags = before.includes(';') ? before : '';
  const rest = start < 0 ? bare : bare.slice(start).replace(/^v\s*=\s*DMARC\s*\d+[\s,;]*/i, '');
  return `v=DMARC1; ${tags}${rest}`.trim();
}
