/** What an entry of the browser's history shows: an event of a list in full, or the list. */
export interface Shown {
  /** The reading to which it belongs: entries of earlier ones lead nowhere any more. */
  readonly reading: string;
  readonly open: number | null;
  /** Whether the entry before it shows the list. */
  readonly isFromList: boolean;
}

/** What an entry's state says; null for one that is not ours, such as that of a link inside the page. */
export function shownIn(state: unknown): Shown | null {
  const shown = (state as { readonly whybounce?: Shown } | null)?.whybounce;
  return typeof shown?.reading === 'string' ? shown : null;
}

/** Makes the present entry one that shows this, or, where an event is opened from a list, adds one to go back from. */
export function remember(reading: string, open: number | null): void {
  const found = shownIn(history.state);
  const now = found?.reading === reading ? found : null;
  const isDeeper = open !== null && now?.open === null;
  const isFromList = open !== null && (isDeeper || now?.isFromList === true);
  const shown: Shown = { reading, open, isFromList };
  history[isDeeper ? 'pushState' : 'replaceState']({ whybounce: shown }, '');
}

/** A name for a reading that no earlier one has, not even one before the page was loaded anew. */
export function newReading(): string {
  return `${performance.timeOrigin}-${performance.now()}`;
}
