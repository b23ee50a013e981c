/** Words with their dots: `denied`, `5.4.1`, `protection.outlook.com`. */
const word = /[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu;

/** A text as it is compared: without case and accents, white space folded. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The terms under which a folded text is filed: its words, and of host names also the parts. */
export function termsOf(folded: string): string[] {
  return (folded.match(word) ?? []).flatMap((term) => (isHostName(term) ? [term, ...term.split('.')] : term));
}

/** The terms for which a query looks: a host name is looked for as a whole. */
export function queryTerms(text: string): string[] {
  return foldText(text).match(word) ?? [];
}

/** Whether a term is a number or a code, which is meant as it stands: no typing errors, no beginnings. */
export function isNumeric(term: string): boolean {
  return /^[x\d][\d.]*$/.test(term);
}

function isHostName(term: string): boolean {
  return term.includes('.') && /\p{L}/u.test(term) && !isNumeric(term);
}
