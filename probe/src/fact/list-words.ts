/** More items than a reader takes in within a sentence: the rest is counted. */
const MAX_LISTED = 4;

/** Items as a sentence has them: `a, b and c`; of a long list its beginning and how many more there are. */
export function listed(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  const shown = items.length > MAX_LISTED + 1 ? items.slice(0, MAX_LISTED) : items;
  const all = shown.length < items.length ? [...shown, `${items.length - shown.length} more`] : shown;
  return all.length < 2 ? (all[0] ?? 'none') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;
}

/** A number of things: `1 address`, `3 addresses`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
