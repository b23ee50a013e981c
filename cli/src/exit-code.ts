/** At least one delivery event was decoded. */
export const EXIT_DECODED = 0;
/** Everything was read, and nothing of it was a delivery event. */
export const EXIT_NOTHING = 1;
/** The command was called wrongly. */
export const EXIT_USAGE = 2;
/** An input could not be read; the others were. */
export const EXIT_UNREADABLE = 3;

/** The code for a run: an input that could not be read outranks what the others held. */
export function exitCode(run: { readonly events: number; readonly unreadable: number }): number {
  if (run.unreadable > 0) return EXIT_UNREADABLE;
  return run.events > 0 ? EXIT_DECODED : EXIT_NOTHING;
}
