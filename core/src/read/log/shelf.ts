/** Bytes of one board of a shelf. A text that may not fit on a board is not taken. */
const BOARD = 256 * 1024;
/** 16 MiB: some 50,000 deferred mails. */
const MAX_BOARDS = 64;
/** The length that stands before each text. */
const LENGTH = 4;
const UTF8_MOST = 3;

/**
 * Keeps texts as bytes, outside the heap. What a log's reader has to remember for long would otherwise be
 * copied by the collector twice each, for which it makes its young generation larger and larger.
 */
export class Shelf {
  readonly #boards: Uint8Array[] = [];
  /** How many texts stand on each board. */
  readonly #standing: number[] = [];
  readonly #empty: number[] = [];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #board = -1;
  #at = BOARD;

  /** Returns where the text stands, -1 where there is no room for it. The text must be well-formed. */
  put(text: string): number {
    const room = LENGTH + text.length * UTF8_MOST;
    if (this.#at + room > BOARD && !this.#turnTo(room)) return -1;
    const board = this.#boards[this.#board] as Uint8Array;
    const start = this.#at;
    const { written } = this.#encoder.encodeInto(text, board.subarray(start + LENGTH));
    new DataView(board.buffer).setUint32(start, written);
    this.#at = start + LENGTH + written;
    this.#standing[this.#board] = (this.#standing[this.#board] as number) + 1;
    return this.#board * BOARD + start;
  }

  get(place: number): string {
    const board = this.#boards[Math.floor(place / BOARD)] as Uint8Array;
    const start = place % BOARD;
    const length = new DataView(board.buffer).getUint32(start);
    return this.#decoder.decode(board.subarray(start + LENGTH, start + LENGTH + length));
  }

  /** A board from which all has been taken is used again. */
  take(place: number): void {
    const board = Math.floor(place / BOARD);
    const left = (this.#standing[board] as number) - 1;
    this.#standing[board] = left;
    if (left > 0) return;
    if (board === this.#board) this.#at = 0;
    else this.#empty.push(board);
  }

  /** Goes to a board with nothing on it. */
  #turnTo(room: number): boolean {
    if (room > BOARD) return false;
    let next = this.#empty.pop();
    if (next === undefined) {
      if (this.#boards.length === MAX_BOARDS) return false;
      next = this.#boards.push(new Uint8Array(BOARD)) - 1;
      this.#standing.push(0);
    }
    this.#board = next;
    this.#at = 0;
    return true;
  }
}
