import { editDistance } from '../text/edit-distance.ts';

/** Longest name that is looked for: longer ones are no names, and comparing takes time by the square. */
export const MAX_NAME = 80;
/** Suggestions that somebody reads. */
const MAX_SUGGESTIONS = 3;

/** What a thing is called, and what it is. */
export interface Named {
  readonly called: string;
  readonly id: string;
}

/** Letters and digits alone, in lower case: `Microsoft 365` and `microsoft-365` are one name. */
export function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Ids of what is called nearly so: by the letters that differ, then by id. Names that hold it come near too. */
export function nearest(wanted: string, names: readonly Named[]): string[] {
  const squashed = squash(wanted.slice(0, MAX_NAME));
  if (squashed === '') return [];
  const most = Math.max(1, Math.floor(squashed.length / 3));
  const best = new Map<string, number>();
  for (const { called, id } of names) {
    const distance = distanceOf(squashed, squash(called.slice(0, MAX_NAME)), most);
    if (distance <= most && distance < (best.get(id) ?? Number.POSITIVE_INFINITY)) best.set(id, distance);
  }
  return [...best]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(([id]) => id);
}

/** At least this much of a name says which one is meant. */
const MIN_PART = 3;

function distanceOf(wanted: string, called: string, most: number): number {
  if (wanted.length >= MIN_PART && called.includes(wanted)) return called.startsWith(wanted) ? 0.5 : 1;
  if (Math.abs(wanted.length - called.length) > most) return Number.POSITIVE_INFINITY;
  return editDistance(wanted, called);
}
