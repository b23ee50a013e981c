/** Milliseconds after which a page that is kept is shown rather than waiting for the network. */
export const PATIENCE = 3_000;

/**
 * An answer from the network; where it fails, is a server's failure (5xx) or takes too long, the kept
 * one. Without a kept one the network may take its time.
 *
 * @param network the answer that is under way
 * @param kept looks for the kept answer, when it is needed
 * @throws what the network threw, where nothing is kept
 */
export async function networkFirst(
  network: Promise<Response>,
  kept: () => Promise<Response | undefined>,
  patience = PATIENCE,
): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  try {
    const first = await Promise.race([network, late]);
    if (first === 'late') return (await kept()) ?? (await network);
    return first.status < 500 ? first : ((await kept()) ?? first);
  } catch (error) {
    const instead = await kept();
    if (instead === undefined) throw error;
    return instead;
  } finally {
    clearTimeout(timer);
  }
}
