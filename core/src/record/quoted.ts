/** Longest piece of a record that a sentence repeats: a hostile record has terms of sixty kilobytes. */
const MAX_LEGIBLE = 120;

/** Control characters, blanks other than the common one, and what turns the direction of writing. */
const unseen = /[^\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ufefe\uff01-\uffff]/g;

/** A piece of a record as sentences show it: short, and without characters that a terminal or page would act on. */
export function legible(text: string): string {
  const short = text.length > MAX_LEGIBLE ? `${text.slice(0, MAX_LEGIBLE)}…` : text;
  return short.replace(unseen, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The same in quotation marks. */
export function quoted(text: string): string {
  return `"${legible(text)}"`;
}
