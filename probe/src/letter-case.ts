/** A clause that follows a colon or a conjunction: what was a sentence of its own. */
export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** A clause that becomes a sentence of its own. */
export function upperFirst(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
