/** Milliseconds from the first thing to the first batch: most of what the DNS answers at once is then in it, in its order. */
const FIRST = 700;
/** Milliseconds between later batches: a page that changed with each of a hundred results could not be read. */
const LATER = 500;

/** Takes things one by one. */
export interface Batches<Item> {
  readonly take: (item: Item) => void;
  /** Hands on what is left. */
  readonly end: () => void;
}

/**
 * Gathers what comes one by one, and hands on several together.
 *
 * @param isUrgent what is handed on at once, with all that came before it
 */
export function inBatches<Item>(
  isUrgent: (item: Item) => boolean,
  onBatch: (items: readonly Item[]) => void,
): Batches<Item> {
  let gathered: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    wait = LATER;
    const batch = gathered;
    gathered = [];
    if (batch.length > 0) onBatch(batch);
  };
  const take = (item: Item): void => {
    gathered.push(item);
    if (isUrgent(item)) flush();
    else timer ??= setTimeout(flush, wait);
  };
  return { take, end: flush };
}
