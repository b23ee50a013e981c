/**
 * Lets so many be in progress at once and has the others wait in their order.
 */
export class Slots {
  readonly #most: number;
  readonly #mostWaiting: number;
  #taken = 0;
  #waiting: (() => void)[] = [];
  /** Where the queue begins: taking from the front of a long list would move all of it each time. */
  #front = 0;

  /**
   * @param most in progress at once
   * @param mostWaiting in the queue
   */
  constructor(most: number, mostWaiting: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  /** Resolves to true once there is a place, which `leave` gives back; to false at once where the queue is full. */
  enter(): Promise<boolean> {
    if (this.#taken < this.#most) {
      this.#taken++;
      return Promise.resolve(true);
    }
    if (this.#waiting.length - this.#front >= this.#mostWaiting) return Promise.resolve(false);
    return new Promise((resolve) => this.#waiting.push(() => resolve(true)));
  }

  leave(): void {
    const next = this.#waiting[this.#front];
    if (next === undefined) {
      this.#taken--;
      return;
    }
    this.#front++;
    if (this.#front === this.#waiting.length || this.#front >= 1024) {
      this.#waiting = this.#waiting.slice(this.#front);
      this.#front = 0;
    }
    // the place goes from one to the next
    next();
  }
}
