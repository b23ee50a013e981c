/** Nothing is shown of what is done so soon. */
const PATIENCE_MS = 400;

/** How far a run of checks is, on standard error if that is a terminal. */
export class CheckProgress {
  readonly #started = performance.now();
  readonly #what: string;
  #width = 0;

  /** @param what is counted, with what becomes of it */
  constructor(what = 'checks made') {
    this.#what = what;
  }

  show(done: number, of: number): void {
    if (!process.stderr.isTTY || performance.now() - this.#started < PATIENCE_MS) return;
    const text = `${done} of ${of} ${this.#what}`;
    this.#width = Math.max(this.#width, text.length);
    process.stderr.write(`\r${text.padEnd(this.#width)}`);
  }

  /** Wipes the line; another `show` writes it anew. */
  end(): void {
    if (this.#width > 0) process.stderr.write(`\r${' '.repeat(this.#width)}\r`);
  }
}
