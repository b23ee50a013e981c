/** What is read at once. They stand by themselves, so that a page can ask before it loads a file. */

/** Bytes of all inputs together: they stay in memory to show the words where they stand. */
export const MAX_INPUT_BYTES = 256 * 1024 * 1024;
/** Inputs that are read at once. */
export const MAX_INPUTS = 10_000;
/** Events that are in the list; deliveries are only counted. A megabyte of memory holds some three hundred. */
export const MAX_ROWS = 20_000;
/** Events that are weighed together. */
export const MAX_WEIGHED = 200_000;
