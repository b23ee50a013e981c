/** Search engines show no more of a description. */
export const MAX_DESCRIPTION = 160;

/** Sentences as the description of a page: as many whole ones as fit, else the first cut at a word. */
export function describe(...sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences.flatMap(sentencesOf)) {
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    if (longer.length > MAX_DESCRIPTION) break;
    text = longer;
  }
  return text === '' ? cutAtWord(sentences.join(' ')) : text;
}

/** A sentence as a heading: without its full stop. */
export function headingOf(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => sentence !== '');
}

function cutAtWord(text: string): string {
  if (text.length <= MAX_DESCRIPTION) return text;
  const cut = text.slice(0, MAX_DESCRIPTION - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')}…`;
}
