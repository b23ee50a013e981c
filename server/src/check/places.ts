import { MAX_CHECKS, MAX_LEFT_CHECKS, MAX_NETWORK_CHECKS } from '../limits.ts';

/**
 * The places of checks that run. A check cannot be stopped in its midst: one whose client went away gives its place back to
 * all, and counts against its network until it has ended.
 */
export class Places {
  readonly #byNetwork = new Map<string, number>();
  #held = 0;
  #left = 0;

  /** Why no check of this network can begin: it has its share running, or all together have. */
  refusal(network: string): 'busy' | 'running' | null {
    if ((this.#byNetwork.get(network) ?? 0) >= MAX_NETWORK_CHECKS) return 'running';
    return this.#held >= MAX_CHECKS || this.#held + this.#left >= MAX_CHECKS + MAX_LEFT_CHECKS ? 'busy' : null;
  }

  /**
   * Does something that takes a place.
   *
   * @param gone is aborted when the client goes away
   */
  async hold<T>(network: string, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    const leave = (): void => {
      this.#held--;
      this.#left++;
    };
    this.#held++;
    this.#count(network, 1);
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
    try {
      return await work();
    } finally {
      gone.removeEventListener('abort', leave);
      if (gone.aborted) this.#left--;
      else this.#held--;
      this.#count(network, -1);
    }
  }

  #count(network: string, change: 1 | -1): void {
    const running = (this.#byNetwork.get(network) ?? 0) + change;
    if (running === 0) this.#byNetwork.delete(network);
    else this.#byNetwork.set(network, running);
  }
}
