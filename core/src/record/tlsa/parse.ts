import { matchingNames, selectorNames, type TlsaRecord, usageNames } from './record.ts';

/** Longest text that is read: a certificate in hexadecimal has some four thousand letters. */
const MAX_TEXT = 65_536;

/** A text read as one TLSA record, or why it is none, as a sentence. */
export type ReadTlsa =
  | { readonly record: TlsaRecord; readonly fault: null }
  | { readonly record: null; readonly fault: string };

/**
 * Reads a record as zone files have it (RFC 6698 section 2.2): three numbers or their names by RFC 7218, then
 * hexadecimal with or without white space and brackets. What stands before them in a line of a zone file is skipped.
 * Never throws.
 */
export function parseTlsa(text: string): ReadTlsa {
  if (text.length > MAX_TEXT) return { record: null, fault: `The text is longer than ${MAX_TEXT} characters.` };
  const line = text.replaceAll(/[()"]/g, ' ').trim();
  const type = /(?:^|\s)TLSA\s+/i.exec(line);
  const words = (type === null ? line : line.slice(type.index + type[0].length)).split(/\s+/);
  const [usage, selector, matchingType] = [
    fieldOf(words[0], usageNames),
    fieldOf(words[1], selectorNames),
    fieldOf(words[2], matchingNames),
  ];
  if (usage === null || selector === null || matchingType === null)
    return {
      record: null,
      fault: 'A TLSA record starts with three numbers: usage, selector and matching type, such as 3 1 1.',
    };
  const data = words.slice(3).join('').toLowerCase();
  if (data === '') return { record: null, fault: 'The data is missing after the three numbers.' };
  if (!/^(?:[0-9a-f]{2})+$/.test(data))
    return {
      record: null,
      fault: 'The data is not hexadecimal: it is made of pairs of 0 to 9 and a to f, without colons.',
    };
  return { record: { usage, selector, matchingType, data }, fault: null };
}

function fieldOf(word: string | undefined, names: readonly string[]): number | null {
  if (word === undefined) return null;
  if (/^\d{1,3}$/.test(word)) return Number(word) <= 255 ? Number(word) : null;
  const at = names.findIndex((name) => name.toLowerCase() === word.toLowerCase());
  return at < 0 ? null : at;
}
