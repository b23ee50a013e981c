/** Seconds. */
export const [HOUR, DAY, WEEK] = [3_600, 86_400, 604_800];

const units = [
  ['week', WEEK],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', 60],
  ['second', 1],
] as const;

/** A time as people say it, in the largest unit of which it is a whole number: `2 weeks`, `36 hours`. */
export function duration(seconds: number): string {
  const [unit, size] = units.find(([, length]) => seconds >= length && seconds % length === 0) ?? ['second', 1];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
