/** `2026-05-27 09:10 UTC` */
export function clock(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `1 address`, `14 addresses` */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Longer names are cut in a sentence. */
const MAX_NAME = 80;

/** A name out of a mail as a sentence may hold it: no control characters, not endless. */
export function plainName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '');
  return clean.length > MAX_NAME ? `${clean.slice(0, MAX_NAME)}…` : clean;
}

/** `40 minutes`, `3 hours`, `2 days` */
export function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60_000));
  if (minutes < 120) return many(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, 'hour') : many(Math.round(hours / 24), 'day');
}
