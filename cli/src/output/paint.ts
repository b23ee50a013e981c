import { fstatSync } from 'node:fs';

/** SGR codes (ECMA-48 section 8.3.117). */
const codes = { bold: 1, dim: 2, red: 31, yellow: 33, cyan: 36 } as const;

/** Major number of /dev/null and its kin on Linux: character devices, but no terminals. */
const MEMORY_DEVICES = 1;

let colours: boolean | undefined;

/** Standard output is asked by its file descriptor: making `process.stdout` costs a third of a cold start. */
export function isTerminal(): boolean {
  try {
    const stat = fstatSync(1);
    return stat.isCharacterDevice() && stat.rdev >> 8 !== MEMORY_DEVICES;
  } catch {
    return false;
  }
}

/** Whether colours are wanted: https://no-color.org, FORCE_COLOR, a terminal that is not dumb. */
function wantsColours(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return isTerminal() && TERM !== 'dumb';
}

/** Colours text for standard output. Never the only sign of anything. */
export function paint(styles: keyof typeof codes | readonly (keyof typeof codes)[], text: string): string {
  colours ??= wantsColours();
  if (!colours) return text;
  const numbers = (typeof styles === 'string' ? [styles] : styles).map((style) => codes[style]);
  return `\u001b[${numbers.join(';')}m${text}\u001b[0m`;
}
