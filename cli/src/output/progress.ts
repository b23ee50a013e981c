/** Nothing is shown before the work has lasted this long. */
const PATIENCE_MS = 700;
const REDRAW_MS = 120;
const WIDTH = 30;

/** A bar on standard error for long work, if that is a terminal. */
export class Progress {
  readonly #total: number;
  readonly #started = performance.now();
  #drawn = 0;
  #done = 0;
  #shown = false;

  constructor(totalBytes: number) {
    this.#total = totalBytes;
  }

  add(bytes: number): void {
    this.#done += bytes;
    if (!process.stderr.isTTY || this.#total === 0) return;
    const now = performance.now();
    if (now - this.#started < PATIENCE_MS || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    this.#shown = true;
    const share = Math.min(1, this.#done / this.#total);
    const filled = Math.round(share * WIDTH);
    process.stderr.write(
      `\r${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)} ${Math.floor(share * 100)} % of ${Math.ceil(this.#total / 1e6)} MB`,
    );
  }

  /** Wipes the bar. */
  end(): void {
    if (this.#shown) process.stderr.write(`\r${' '.repeat(WIDTH + 24)}\r`);
  }
}
