/** How much of a reply is looked at. Real replies end far below; what lies beyond is boilerplate or an attack. */
export const MAX_MATCHED = 2_048;

const needsFolding = /[\s\u00a0]{2}|[\t\n\r\f\v\u00a0\u2018\u2019\u201c\u201d]/;

let lastText = '';
let lastForm = '';

/**
 * The form in which replies and the words of rules are compared: lower case, white space folded, quotes straight.
 * A refusal is asked for it several times in a row (rules, cues, quotes), so the last answer is kept.
 */
export function normalise(text: string): string {
  if (text === lastText) return lastForm;
  const capped = text.length > MAX_MATCHED ? text.slice(0, MAX_MATCHED) : text;
  const folded = needsFolding.test(capped)
    ? capped
        .replace(/[\s\u00a0]+/g, ' ')
        .replace(/[\u2018\u2019]/g, "'")
        .replace(/[\u201c\u201d]/g, '"')
    : capped;
  lastForm = folded.toLowerCase();
  lastText = text;
  return lastForm;
}

/** Every run of white space as one space. */
export function singleSpaced(text: string): string {
  // Most texts are so already, and looking costs less than building them anew.
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
}
