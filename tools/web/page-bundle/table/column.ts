/** Stands in a column for what was not there before. */
const NEW = 'new';

/** A column of texts, of which many are alike. */
export interface Column {
  /** Each different text once, in the order in which they first stand. */
  readonly different: readonly string[];
  /** For each place of the column {@link NEW}, or the number of its text in `different`: one word either way. */
  readonly places: readonly string[];
}

/** Texts as a column. */
export function writeColumn(texts: readonly string[]): Column {
  const known = new Map<string, number>();
  const places = texts.map((text) => {
    const number = known.get(text);
    if (number === undefined) known.set(text, known.size);
    return number?.toString() ?? NEW;
  });
  return { different: [...known.keys()], places };
}

/** The inverse of {@link writeColumn}. */
export function readColumn({ different, places }: Column): string[] {
  let next = 0;
  return places.map((place) => different[place === NEW ? next++ : Number(place)] as string);
}
