/** Nothing is shown of what is done so soon. */
const PATIENCE_MS = 400;

/** How far a run of checks is, on standard error if that is a terminal. */
export class CheckProgress {
  readonly #started = performance.now();
  #width = 0;

  show(done: number, of: number): void {
    if (!process.stderr.isTTY || performance.now() - this.#started < PATIENCE_MS) return;
    const text = `${done} of ${of} checks made`;
    this.#width = Math.max(this.#width, text.length);
    process.stderr.write(`\r${text.padEnd(this.#width)}`);
  }

  /** Wipes the line. */
  end(): void {
    if (this.#width > 0) process.stderr.write(`\r${' '.repeat(this.#width)}\r`);
  }
}
