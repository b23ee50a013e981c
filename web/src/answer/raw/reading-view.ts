/** A text as it reads once its encoding is undone, with where each of its units stands in the raw text. */
export interface ReadingView {
  readonly text: string;
  /** First and last offset (exclusive) in the raw text of each unit; null where it is the raw text itself. */
  readonly map: { readonly from: Int32Array; readonly to: Int32Array } | null;
}

/** The raw text as it stands. */
export function plainView(text: string): ReadingView {
  return { text, map: null };
}

/** The stretch of the raw text in which units of a view stand. */
export function rawRange(
  { map }: ReadingView,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (map === null || end <= start) return { start, end };
  return { start: map.from[start] as number, end: map.to[end - 1] as number };
}

/** Collects the units of a view. */
export class ViewWriter {
  readonly #pieces: string[] = [];
  #from: Int32Array;
  #to: Int32Array;
  #length = 0;

  /** @param size how many units are expected */
  constructor(size: number) {
    this.#from = new Int32Array(Math.max(16, size));
    this.#to = new Int32Array(Math.max(16, size));
  }

  /** Text that stands for one stretch of the raw text: all of its units. */
  put(text: string, from: number, to: number): void {
    this.#grow(text.length);
    this.#pieces.push(text);
    for (let i = 0; i < text.length; i++) {
      this.#from[this.#length] = from;
      this.#to[this.#length++] = to;
    }
  }

  /** Units of another view as they are. */
  copy({ text, map }: ReadingView, start: number, end: number): void {
    this.#grow(end - start);
    this.#pieces.push(text.slice(start, end));
    for (let at = start; at < end; at++) {
      this.#from[this.#length] = map === null ? at : (map.from[at] as number);
      this.#to[this.#length++] = map === null ? at + 1 : (map.to[at] as number);
    }
  }

  view(): ReadingView {
    return {
      text: this.#pieces.join(''),
      map: { from: this.#from.subarray(0, this.#length), to: this.#to.subarray(0, this.#length) },
    };
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#from.length) return;
    const size = Math.max(2 * this.#from.length, this.#length + by);
    this.#from = widened(this.#from, size);
    this.#to = widened(this.#to, size);
  }
}

function widened(array: Int32Array, size: number): Int32Array {
  const wider = new Int32Array(size);
  wider.set(array);
  return wider;
}
