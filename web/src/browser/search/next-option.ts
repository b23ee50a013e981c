/**
 * The option that a key leads to in a list that belongs to a field (ARIA Authoring Practices, combobox
 * with a list): up and down, over the ends. Home and End stay with the field's own text.
 *
 * @param active the place of the option that is active; -1 for none
 * @returns null where the key is none of these, or there is no option
 */
export function nextOption(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return null;
}
