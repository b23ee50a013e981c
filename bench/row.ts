/** One line of the table of figures. */
export interface Row {
  readonly name: string;
  readonly figure: string;
  readonly target: string;
}

/** A row in Markdown. */
export function say({ name, figure, target }: Row): void {
  console.log(`| ${name} | ${figure} | ${target} |`);
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Milliseconds that something takes. Garbage of the work before is not counted against it. */
export async function millisecondsOf(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Two things timed in turn, so that a noisy neighbour slows both: the medians of their rounds in milliseconds. */
export async function interleaved(
  rounds: number,
  one: () => unknown,
  other: () => unknown,
): Promise<[one: number, other: number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await millisecondsOf(one));
    times[1].push(await millisecondsOf(other));
  }
  return [median(times[0]), median(times[1])];
}

/** A large number for people: 1,234,000. */
export function thousands(number: number): string {
  return Math.round(number).toLocaleString('en-GB');
}
