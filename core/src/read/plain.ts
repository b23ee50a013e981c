/** Lower case, with straight apostrophes and common spaces. The length may change: `İ` is two characters in lower case. */
export function plain(text: string): string {
  return straighten(text.toLowerCase());
}

const unusual = /[’‘\u00a0]/;

/** Curly apostrophes to straight ones, no-break spaces to common ones. */
export function straighten(text: string): string {
  return unusual.test(text) ? text.replace(/[’‘]/g, "'").replace(/\u00a0/g, ' ') : text;
}
