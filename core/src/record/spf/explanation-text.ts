import { type MacroString, parseMacroString } from './macro-string.ts';

/** The text of an explanation: the one TXT record of its name, in ASCII and without fault; else null (RFC 7208 section 6.2). */
export function explanationText(records: readonly (readonly string[])[]): MacroString | null {
  const [strings, second] = records;
  if (strings === undefined || second !== undefined) return null;
  const text = strings.join('');
  if (!/^[\x20-\x7e]*$/.test(text)) return null;
  const { value, faults } = parseMacroString(text, 0, true);
  return faults.length === 0 ? value : null;
}
