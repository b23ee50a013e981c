/**
 * A sentence with elements in it, such as a link or words in bold: its pieces in their order. The whole
 * sentence stands in the catalogue, so that a translation may order it anew.
 */
export type Sentence<Element> = readonly (string | Element)[];

/** Makes an element of words of a sentence. */
export type Wrap<Element> = (words: string) => Element;

/** What may stand in a gap of a sentence. */
type Part<Element> = string | Element | Sentence<Element>;

/** A template whose gaps take elements as they are: ``sentence`Read from ${link}.` ``. */
export function sentence<Element>(words: TemplateStringsArray, ...parts: readonly Part<Element>[]): Sentence<Element> {
  return words.flatMap((piece, i) => [piece, ...piecesOf(parts[i] ?? '')]).filter((piece) => piece !== '');
}

/** Several, with commas between them. */
export function listed<Element>(items: readonly Part<Element>[]): Sentence<Element> {
  return items.flatMap((item, i) => (i === 0 ? piecesOf(item) : [', ', ...piecesOf(item)]));
}

function piecesOf<Element>(part: Part<Element>): Sentence<Element> {
  return Array.isArray(part) ? (part as Sentence<Element>) : [part as string | Element];
}
