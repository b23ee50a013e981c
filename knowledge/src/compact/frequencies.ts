/** A weight for each symbol from how many of them are in each class, the rarest first; each class is twice as frequent as the one before. */
export function weightsOf(classes: readonly number[]): number[] {
  return classes.flatMap((count, rank) => Array.from({ length: count }, () => 2 ** rank));
}
