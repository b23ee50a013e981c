/**
 * Does something for each of many, a few at once, and hands on what came of it in their order, each as soon as all before
 * it are done.
 *
 * @param atOnce how many are under way at most
 * @throws what `work` or `tell` throws first; nothing further is begun then
 */
export async function inOrder<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
  tell: (made: R) => void,
): Promise<void> {
  const made = new Map<number, R>();
  let begun = 0;
  let told = 0;
  let isBroken = false;
  const worker = async (): Promise<void> => {
    while (begun < all.length && !isBroken) {
      const at = begun++;
      try {
        made.set(at, await work(all[at] as T));
        for (; made.has(told); told++) {
          tell(made.get(told) as R);
          made.delete(told);
        }
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
